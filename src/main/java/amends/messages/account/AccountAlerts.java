package amends.messages.account;

import amends.messages.Notice;
import amends.messages.Notices;
import amends.shared.Acts;
import amends.shared.Subject;
import amends.staff.Grant;
import amends.staff.Role;
import amends.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells administrators of an account that has stopped working, or soon will; once a day each. */
@Component
final class AccountAlerts {
  static final Duration EARLY = Duration.ofDays(14);
  // The same source is told once to each colleague: a day's source is the account and the day.
  private static final long DAYS = 1_000_000;

  private final AccountRows rows;
  private final AccountTokens tokens;
  private final Notices notices;
  private final Staff staff;
  private final Acts acts;

  AccountAlerts(AccountRows rows, AccountTokens tokens, Notices notices, Staff staff, Acts acts) {
    this.rows = rows;
    this.tokens = tokens;
    this.notices = notices;
    this.staff = staff;
    this.acts = acts;
  }

  void tell() {
    Instant now = tokens.now();
    List<Notice> all = new ArrayList<>();
    for (Account account : rows.all()) {
      Instant since = account.state().troubledAt();
      LocalDate ends = account.secretEndsOn();
      if (since != null) {
        add(all, account, "messages.account.alert.trouble", since, now);
      } else if (ends != null && isSoon(ends, now)) {
        add(all, account, "messages.account.alert.ends", start(ends), now);
      }
    }
    if (!all.isEmpty()) {
      acts.run(() -> notices.tell(all));
    }
  }

  static boolean isSoon(LocalDate ends, Instant now) {
    return start(ends).isBefore(now.plus(EARLY));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void add(List<Notice> all, Account account, String words, Instant due, Instant now) {
    long day = now.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    Subject source = Subject.of("mail_account_day", account.id() * DAYS + day);
    Subject about = Subject.of("mail_account", account.id());
    administrators()
        .forEach(person ->
            all.add(new Notice(Notice.Kind.HOUSE, source, about, words, due, person, null)));
  }

  private Stream<Long> administrators() {
    return staff.people().stream()
        .map(p -> p.id())
        .filter(id -> staff.grantsOf(id).stream().anyMatch(AccountAlerts::isAdministrator));
  }

  private static boolean isAdministrator(Grant grant) {
    return grant.role() == Role.ADMINISTRATOR;
  }
}
