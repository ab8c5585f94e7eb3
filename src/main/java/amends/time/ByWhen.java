package amends.time;

import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people type for a moment: "today 17:00", "tomorrow 10", "Friday 10:00", "in 2 hours", "14
 * May 10:00", "2026-05-14 10:00", ISO 8601, and what {@link Moments} understands. Read in the
 * voice's zone and language; never guessed: what has no time of day, has passed or lies years ahead
 * is refused with a sentence.
 */
public final class ByWhen {
  private static final int YEARS_AHEAD = 2;
  private static final LocalTime MORNING = LocalTime.of(10, 0);
  private static final LocalTime AFTERNOON = LocalTime.of(17, 0);
  private static final Duration A_LITTLE_LATER = Duration.ofHours(2);

  private ByWhen() {}

  /**
   * @param field the form field that a refusal is about
   * @throws Refusal when it cannot be read, or is no moment ahead
   */
  public static Instant read(String field, String typed, Voice t, Instant now) {
    return read(field, typed, t, now, WorkingCalendar.office(t.zone()));
  }

  /**
   * The same, with the calendar that says what a working day is.
   *
   * @throws Refusal when it cannot be read, or is no moment ahead
   */
  public static Instant read(
      String field, String typed, Voice t, Instant now, WorkingCalendar office) {
    if (typed.isBlank() || typed.length() > 80) {
      throw new Refusal(field, "time.refuse.unreadable", shown(typed));
    }
    Instant read =
        plain(typed.strip(), t.zone()).orElseGet(() -> inWords(field, typed, t, now, office));
    if (!read.isAfter(now)) {
      throw new Refusal(field, "time.refuse.past", t.moment(read));
    }
    if (read.isAfter(now.plus(Duration.ofDays(366L * YEARS_AHEAD)))) {
      throw new Refusal(field, "time.refuse.far", t.date(read));
    }
    return read;
  }

  /** A moment to choose, as it could be typed. */
  public record Offer(String typed, Instant at) {}

  /**
   * In two hours, this afternoon, tomorrow, and the first working day in two days or later: the
   * words, and the moments as {@link #read} understands them. Every open case shows these, and to
   * read four sentences for it took a millisecond.
   */
  public static List<Offer> offers(WorkingCalendar office, Voice t, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, t.zone());
    Instant afternoon = today.atTime(AFTERNOON).atZone(t.zone()).toInstant();
    LocalDate later = later(office, today);
    List<Offer> offers = new ArrayList<>();
    offers.add(new Offer(t.say("time.offer.hours"), now.plus(A_LITTLE_LATER)));
    if (afternoon.isAfter(now)) {
      offers.add(new Offer(t.say("time.offer.today", AFTERNOON.toString()), afternoon));
    }
    offers.add(
        new Offer(t.say("time.offer.tomorrow", MORNING.toString()), morning(today.plusDays(1), t)));
    offers.add(new Offer(later + " " + MORNING, morning(later, t)));
    return List.copyOf(offers);
  }

  private static Instant morning(LocalDate day, Voice t) {
    return day.atTime(MORNING).atZone(t.zone()).toInstant();
  }

  /** A moment as people type it, to the minute, by the reader's clock. */
  public static String typed(Instant at, Voice t) {
    LocalDateTime here = LocalDateTime.ofInstant(at, t.zone()).truncatedTo(ChronoUnit.MINUTES);
    return here.toLocalDate() + " " + here.toLocalTime();
  }

  /** A calendar without any working day within a fortnight does not hold up what is offered. */
  private static LocalDate later(WorkingCalendar office, LocalDate today) {
    LocalDate first = today.plusDays(2);
    return first
        .datesUntil(first.plusDays(14))
        .filter(office::businessDay)
        .findFirst()
        .orElse(first);
  }

  private static Optional<Instant> plain(String typed, ZoneId zone) {
    try {
      if (typed.matches("\\d{4}-\\d\\d-\\d\\d[Tt]\\S+([Zz]|[+-]\\d\\d:\\d\\d)")) {
        return Optional.of(OffsetDateTime.parse(typed).toInstant());
      }
      if (typed.matches("\\d{4}-\\d\\d-\\d\\d[Tt]\\S+")) {
        return Optional.of(LocalDateTime.parse(typed).atZone(zone).toInstant());
      }
      return Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Instant inWords(
      String field, String typed, Voice t, Instant now, WorkingCalendar office) {
    MomentWords words = new MomentWords(t);
    List<String> said = words.of(typed);
    Optional<Instant> span = words.span(said, now);
    if (span.isPresent()) {
      return span.get();
    }
    if (words.date(said, now).isPresent() || words.weekday(said).isPresent()) {
      throw new Refusal(field, "time.refuse.no-time", shown(typed));
    }
    return onADay(words, said, now)
        .or(() -> meant(typed, t, now, office))
        .orElseThrow(() -> new Refusal(field, "time.refuse.unreadable", shown(typed)));
  }

  /** What people say in letters: the whole of it must be one moment. */
  private static Optional<Instant> meant(
      String typed, Voice t, Instant now, WorkingCalendar office) {
    return Moments.in(typed.strip(), t.locale(), now, t.zone(), office).stream()
        .filter(m -> m.start() == 0 && m.end() == typed.strip().length() && m.due() != null)
        .map(Moment::due)
        .findFirst();
  }

  /** A day and then a time of day, in either order; a time alone is the next one. */
  private static Optional<Instant> onADay(MomentWords words, List<String> said, Instant now) {
    if (said.isEmpty()) {
      return Optional.empty();
    }
    return words
        .split(said)
        .flatMap(parts -> {
          if (parts.day().isEmpty()) {
            return Optional.of(next(parts.time(), words.zone(), now));
          }
          Optional<DayOfWeek> weekday = words.weekday(parts.day());
          if (weekday.isPresent()) {
            return Optional.of(onWeekday(weekday.get(), parts.time(), words.zone(), now));
          }
          return words
              .date(parts.day(), now)
              .map(d -> d.atTime(parts.time()).atZone(words.zone()).toInstant());
        });
  }

  private static Instant onWeekday(DayOfWeek day, LocalTime time, ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    int ahead = Math.floorMod(day.getValue() - today.getDayOfWeek().getValue(), 7);
    Instant at = today.plusDays(ahead).atTime(time).atZone(zone).toInstant();
    return at.isAfter(now) ? at : today.plusDays(7).atTime(time).atZone(zone).toInstant();
  }

  private static Instant next(LocalTime time, ZoneId zone, Instant now) {
    LocalDateTime today = LocalDate.ofInstant(now, zone).atTime(time);
    Instant at = today.atZone(zone).toInstant();
    return at.isAfter(now) ? at : today.plusDays(1).atZone(zone).toInstant();
  }

  private static String shown(String typed) {
    String line = typed.strip();
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }
}
