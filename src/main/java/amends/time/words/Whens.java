package amends.time.words;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;

/** Moments and stretches of time on the clock of the wall. */
final class Whens {
  static final Map<String, Function<Said, Value>> SENSES =
      Map.ofEntries(
          Map.entry("when.at", Whens::at),
          Map.entry("when.clock", Whens::clock),
          Map.entry("when.bare", Whens::bare),
          Map.entry("when.part", Whens::inPart),
          Map.entry("when.zone", Whens::zone),
          Map.entry("when.offset", Whens::offset),
          Map.entry("when.open", Whens::opening),
          Map.entry("when.close", Whens::closing),
          Map.entry("when.hour", Whens::fullHour),
          Map.entry("when.same", Whens::sameTime),
          Map.entry("stretch.day", Whens::day),
          Map.entry("stretch.first", Whens::firstThing),
          Map.entry("stretch.firstweek", Whens::firstOfWeek),
          Map.entry("stretch.pair", Whens::pair),
          Map.entry("stretch.part", Whens::part),
          Map.entry("stretch.days", Whens::days),
          Map.entry("stretch.rest", Whens::rest),
          Map.entry("stretch.clocks", Whens::clocks));

  private Whens() {}

  private static Value at(Said said) {
    Value.Day day = said.need(Value.Day.class);
    Value.Clock clock = said.need(Value.Clock.class);
    LocalDateTime at = day.date().plusDays(clock.days()).atTime(Clocks.atWork(clock));
    Value.Zone zone = said.first(Value.Zone.class);
    return new Value.Point(at, day.rolls(), zone == null ? null : zone.id());
  }

  /** "By 5 today": the day is a word of the rule. */
  private static Value bare(Said said) {
    Value.Clock clock = said.need(Value.Clock.class);
    LocalDate day = said.scene().today().plusDays(said.givenNumber(0));
    return new Value.Point(day.atTime(Clocks.atWork(clock)), 0, null);
  }

  /** "Tomorrow afternoon at 3". */
  private static Value inPart(Said said) {
    Value.Day day = dayOrToday(said);
    Value.Clock clock = Clocks.halved(said);
    return new Value.Point(day.date().atTime(clock.time()), day.rolls(), null);
  }

  static Value.Point clock(Said said) {
    Value.Clock clock = said.need(Value.Clock.class);
    LocalDate today = said.scene().today().plusDays(clock.days());
    return new Value.Point(today.atTime(Clocks.atWork(clock)), 1, null);
  }

  private static Value zone(Said said) {
    Value.Point point = said.need(Value.Point.class);
    return new Value.Point(point.at(), point.rolls(), said.need(Value.Zone.class).id());
  }

  /** "+02:00", with the sign that the rule gives. */
  private static Value offset(Said said) {
    Value.Point point = said.need(Value.Point.class);
    ZoneOffset offset =
        ZoneOffset.ofHoursMinutes(
            said.givenNumber(0) * said.number(),
            said.givenNumber(0) * said.need(Value.Number.class, 1).whole());
    return new Value.Point(point.at(), point.rolls(), offset);
  }

  private static Value.Day dayOrToday(Said said) {
    Value.Day day = said.first(Value.Day.class);
    return day == null ? DaySenses.one(said.scene().today()) : day;
  }

  private static Value opening(Said said) {
    Value.Day day = said.first(Value.Day.class);
    Scene scene = said.scene();
    if (day == null) {
      LocalDateTime today = scene.opening(scene.today());
      boolean ahead = scene.office().businessDay(scene.today()) && today.isAfter(scene.here());
      LocalDate date = ahead ? scene.today() : scene.workingDay(scene.today(), 1);
      return new Value.Point(scene.opening(date), 0, null);
    }
    return new Value.Point(scene.opening(day.date()), day.rolls(), null);
  }

  /** Of today it is that of the next day of work when it has passed. */
  private static Value closing(Said said) {
    Scene scene = said.scene();
    Value.Day day = dayOrToday(said);
    boolean named = said.first(Value.Day.class) != null;
    LocalDateTime at = scene.closing(day.date());
    boolean open = scene.office().businessDay(day.date()) && at.isAfter(scene.here());
    if (!named && !open) {
      at = scene.closing(scene.workingDay(scene.today(), 1));
    } else if (named && day.rolls() == 0 && !at.isAfter(scene.here())) {
      at = day.date().atTime(23, 59);
    }
    return new Value.Point(at, day.rolls(), null);
  }

  private static Value fullHour(Said said) {
    LocalDateTime here = said.scene().here();
    return new Value.Point(here.withMinute(0).withSecond(0).withNano(0).plusHours(1), 0, null);
  }

  /** "This time tomorrow". */
  private static Value sameTime(Said said) {
    LocalTime time = said.scene().here().toLocalTime();
    return new Value.Point(said.need(Value.Day.class).date().atTime(time), 0, null);
  }

  private static Value day(Said said) {
    Value.Day day = said.need(Value.Day.class);
    LocalDateTime close = said.scene().closing(day.date());
    boolean over = day.rolls() == 0 && !close.isAfter(said.scene().here());
    return new Value.Stretch(
        said.scene().opening(day.date()), over ? day.date().atTime(23, 59) : close, day.rolls());
  }

  /** The first hour of the working day. */
  private static Value firstThing(Said said) {
    Value.Point open = (Value.Point) opening(said);
    return new Value.Stretch(open.at(), open.at().plusHours(1), open.rolls());
  }

  private static Value firstOfWeek(Said said) {
    Scene scene = said.scene();
    LocalDate day = scene.workingDay(scene.monday(1).minusDays(1), 1);
    return new Value.Stretch(scene.opening(day), scene.opening(day).plusHours(1), 0);
  }

  /** "Today and tomorrow". */
  private static Value pair(Said said) {
    LocalDate first = said.need(Value.Day.class).date();
    LocalDate last = said.need(Value.Day.class, 1).date();
    if (!last.isAfter(first)) {
      throw new Said.NotMeant();
    }
    return new Value.Stretch(said.scene().opening(first), said.scene().closing(last), 0);
  }

  /** A part of a named day; of today, or of the next day when the rule says so. */
  private static Value part(Said said) {
    Value.Part part = said.need(Value.Part.class);
    Value.Day day = dayOrToday(said);
    int rolls = said.given().isEmpty() ? day.rolls() : said.givenNumber(0);
    LocalDate last = part.to().isBefore(part.from()) ? day.date().plusDays(1) : day.date();
    return new Value.Stretch(day.date().atTime(part.from()), last.atTime(part.to()), rolls);
  }

  private static Value days(Said said) {
    Value.Days days = said.need(Value.Days.class);
    return new Value.Stretch(
        said.scene().opening(days.first()), said.scene().closing(days.last()), 0);
  }

  /** "Later today": what is left of the working day, else of the day. */
  private static Value rest(Said said) {
    LocalDateTime here = said.scene().here();
    LocalDateTime close = said.scene().closing(here.toLocalDate());
    return new Value.Stretch(
        here, close.isAfter(here) ? close : here.toLocalDate().atTime(23, 59), 0);
  }

  /** "Between 2 and 4 pm": what the second says of the half of the day holds for the first. */
  private static Value clocks(Said said) {
    Value.Day day = said.first(Value.Day.class);
    Value.Clock first = said.need(Value.Clock.class);
    Value.Clock last = said.need(Value.Clock.class, 1);
    LocalTime to = Clocks.atWork(last);
    LocalTime from = Clocks.atWork(first);
    if (first.half() && !last.half() && first.time().isBefore(to)) {
      LocalTime later = first.time().plusHours(12);
      from = first.time().getHour() < 12 && later.isBefore(to) ? later : first.time();
    }
    if (last.half() && !to.isAfter(from) && to.getHour() < 12) {
      to = to.plusHours(12);
    }
    if (!to.isAfter(from)) {
      throw new Said.NotMeant();
    }
    LocalDate date = day == null ? said.scene().today() : day.date();
    return new Value.Stretch(date.atTime(from), date.atTime(to), day == null ? 1 : day.rolls());
  }
}
