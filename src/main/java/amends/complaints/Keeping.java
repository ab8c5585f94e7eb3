package amends.complaints;

import amends.customers.Holds;
import amends.shared.Texts;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The record of a complaint is kept for as long as the strictest of its rules says: a legal hold on
 * the case, which somebody looks at on the day on which the time is over.
 */
@Component
final class Keeping {
  private static final Duration AT_LEAST = Duration.ofDays(30);

  private final Holds holds;
  private final InstantSource clock;
  private final Texts texts;

  Keeping(Holds holds, InstantSource clock, Texts texts) {
    this.holds = holds;
    this.clock = clock;
    this.texts = texts;
  }

  void keep(Complaint complaint, long customer, Viewer by) {
    int years =
        complaint.regimes().stream()
            .flatMap(code -> Rules.regime(code).stream())
            .mapToInt(Regime::yearsKept)
            .max()
            .orElse(0);
    if (years == 0) {
      return;
    }
    Instant over = complaint.receivedAt().atZone(ZoneOffset.UTC).plusYears(years).toInstant();
    Instant least = clock.instant().plus(AT_LEAST);
    String reason = texts.voice(Locale.ENGLISH, ZoneOffset.UTC).counted("complaints.kept", years);
    Instant review = over.isBefore(least) ? least : over;
    holds.set(customer, complaint.caseId(), reason, review, by.actor());
  }
}
