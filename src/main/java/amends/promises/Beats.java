package amends.promises;

import amends.customers.Customer;
import amends.promises.CadenceRule.Audience;
import amends.promises.CadenceRule.Stage;
import amends.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the next beat of a rhythm falls. Working hours bind it where the rule says so; the
 * customer's quiet hours bind it unless it is about safety: what would be due in the night is due
 * an hour after the night is over, because what waits for its end leaves only then.
 */
final class Beats {
  static final Duration AFTER_QUIET = Duration.ofHours(1);

  private final CadenceRule rule;
  private final WorkingCalendar calendar;
  private final Customer customer;

  Beats(CadenceRule rule, WorkingCalendar calendar, Customer customer) {
    this.rule = rule;
    this.calendar = calendar;
    this.customer = customer;
  }

  Instant next(Instant from, int beats) {
    Instant due = plain(from, rule.stage(beats));
    if (rule.safety() || rule.audience() != Audience.CUSTOMER) {
      return due;
    }
    Instant loud = customer.quietUntil(due);
    return loud.equals(due) ? due : loud.plus(AFTER_QUIET);
  }

  private Instant plain(Instant from, Stage stage) {
    return switch (stage.unit()) {
      case MINUTES -> elapsed(from, Duration.ofMinutes(stage.every()));
      case HOURS -> elapsed(from, Duration.ofHours(stage.every()));
      case DAYS -> days(from, stage.every());
    };
  }

  private Instant elapsed(Instant from, Duration time) {
    return rule.workingHours() ? calendar.plusWorking(from, time) : from.plus(time);
  }

  private Instant days(Instant from, int count) {
    ZoneId zone = rule.workingHours() ? calendar.zone() : customer.zone();
    ZonedDateTime start = from.atZone(zone);
    if (!rule.workingHours()) {
      return start.plusDays(count).toInstant();
    }
    LocalDate day = start.toLocalDate();
    for (int left = count; left > 0; left--) {
      Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
      day = LocalDate.ofInstant(calendar.nextOpening(midnight), zone);
    }
    Instant same = day.atTime(start.toLocalTime()).atZone(zone).toInstant();
    Instant closing = calendar.closing(day);
    Instant opening = calendar.nextOpening(day.atStartOfDay(zone).toInstant());
    return same.isAfter(closing) ? closing : same.isAfter(opening) ? same : closing;
  }
}
