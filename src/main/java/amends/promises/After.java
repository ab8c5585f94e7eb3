package amends.promises;

import amends.time.Calendars;
import amends.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long after something that begins a promise it is due. */
public record After(int amount, Unit unit) {
  public static final int MOST = 400;

  public enum Unit {
    HOURS,
    DAYS,
    WORKING_DAYS;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Unit> of(String code) {
      return Arrays.stream(values()).filter(unit -> unit.code().equals(code)).findFirst();
    }
  }

  public boolean valid() {
    return amount >= 0 && amount <= MOST;
  }

  /**
   * @param at when it came
   * @param zone the customer's, whose days they are
   */
  public Instant from(Instant at, ZoneId zone, Calendars calendars) {
    return switch (unit) {
      case HOURS -> at.plus(Duration.ofHours(amount));
      case DAYS -> at.atZone(zone).plusDays(amount).toInstant();
      case WORKING_DAYS -> closing(at, zone, calendars.office(zone));
    };
  }

  private Instant closing(Instant at, ZoneId zone, WorkingCalendar office) {
    LocalDate day = at.atZone(zone).toLocalDate();
    for (int left = amount; left > 0; ) {
      day = day.plusDays(1);
      left -= office.businessDay(day) ? 1 : 0;
    }
    return office.closing(day);
  }
}
