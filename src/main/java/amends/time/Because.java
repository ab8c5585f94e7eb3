package amends.time;

import amends.shared.Texts.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a moment lies where it lies, in words: "3 working days after Friday 15 May, 20:10: Thursday
 * 21 May, 17:00, because Monday 18 May is a holiday (Victoria Day)".
 */
public final class Because {
  private static final int FARTHEST = 45;
  private static final int MOST = 3;

  private final WorkingCalendar calendar;
  private final Voice t;

  /** By this calendar, told in the voice's language. */
  public Because(WorkingCalendar calendar, Voice t) {
    this.calendar = calendar;
    this.t = t;
  }

  /** The whole sentence of a period that was counted. */
  public String counted(Instant trigger, Period period, Counting rule) {
    Instant due = rule.due(trigger, period, calendar);
    String plain = t.say("time.because.counted", period.words(t), t.moment(trigger), t.moment(due));
    String why = between(trigger, due);
    return why.isEmpty() ? plain : t.say("time.because", plain, why);
  }

  /**
   * What lies between now and then that one would stumble over: holidays, a change of the clocks,
   * an hour at which nobody works. "" where nothing does.
   */
  public String between(Instant from, Instant due) {
    List<String> why = new ArrayList<>(holidays(from, due));
    why.addAll(clocks(from, due));
    closed(due, why);
    return String.join("; ", why);
  }

  private List<String> holidays(Instant from, Instant due) {
    LocalDate first = LocalDate.ofInstant(from, calendar.zone());
    LocalDate last = LocalDate.ofInstant(due, calendar.zone());
    if (last.isBefore(first) || last.isAfter(first.plusDays(FARTHEST))) {
      return List.of();
    }
    List<Holiday> off =
        first.datesUntil(last.plusDays(1)).flatMap(day -> calendar.holiday(day).stream()).toList();
    List<String> named =
        off.stream().limit(MOST).map(this::named).collect(Collectors.toCollection(ArrayList::new));
    if (off.size() > MOST) {
      named.add(t.counted("time.because.more", off.size() - MOST));
    }
    return named;
  }

  private String named(Holiday off) {
    String day = t.day(noon(off.day(), t.zone()));
    return off.name().isEmpty()
        ? t.say("time.because.off", day)
        : t.say("time.because.holiday", day, off.in(t.locale()));
  }

  private static Instant noon(LocalDate day, ZoneId zone) {
    return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
  }

  private List<String> clocks(Instant from, Instant due) {
    ZoneOffsetTransition change = calendar.zone().getRules().nextTransition(from);
    if (change == null || change.getInstant().isAfter(due) || days(from, due) > FARTHEST) {
      return List.of();
    }
    String day = t.day(change.getInstant());
    long minutes = Math.abs(change.getDuration().toMinutes());
    String by = t.counted("time.because.minutes", minutes);
    return List.of(t.say(change.isGap() ? "time.because.forward" : "time.because.back", day, by));
  }

  private static long days(Instant from, Instant due) {
    return Duration.between(from, due).toDays();
  }

  private void closed(Instant due, List<String> why) {
    LocalDate day = LocalDate.ofInstant(due, calendar.zone());
    boolean atWork = calendar.open(due) || calendar.open(due.minusSeconds(1));
    if (!atWork && calendar.holiday(day).isEmpty()) {
      why.add(
          calendar.businessDay(day)
              ? t.say("time.because.closed", t.clockTime(due))
              : t.say("time.because.no-work", t.day(due)));
    }
  }
}
