package amends.time.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a whole phrase means: a moment by which something is due, or a stretch of time. */
final class Finds {
  static final Map<String, Function<Said, Value>> SENSES =
      Map.ofEntries(
          Map.entry("found", Finds::plain),
          Map.entry("found.day", said -> by(daily(said, said.need(Value.Day.class)))),
          Map.entry("found.named", Finds::named),
          Map.entry("found.by", Finds::by),
          Map.entry("found.before", Finds::before),
          Map.entry("found.after", said -> after(said, true)),
          Map.entry("found.from", said -> after(said, false)),
          Map.entry("found.month", Finds::month),
          Map.entry("found.span", Finds::span),
          Map.entry("found.span.one", Finds::oneUnit),
          Map.entry("found.in", Finds::constant),
          Map.entry("found.spans", Finds::spans),
          Map.entry("found.end", Finds::end));

  private Finds() {}

  private static Value plain(Said said) {
    Value.Stretch stretch = said.first(Value.Stretch.class);
    if (stretch != null) {
      return stretch(said, stretch);
    }
    Value.Point point = said.first(Value.Point.class);
    return new Value.Found(null, null, ahead(said, point == null ? Whens.clock(said) : point));
  }

  private static Said daily(Said said, Value.Day day) {
    Scene scene = said.scene();
    Value.Stretch whole =
        new Value.Stretch(scene.opening(day.date()), scene.closing(day.date()), day.rolls());
    return new Said(scene, List.of(whole), List.of());
  }

  private static Value named(Said said) {
    Scene scene = said.scene();
    Value.Days days = said.need(Value.Days.class);
    Value.Stretch whole =
        new Value.Stretch(scene.opening(days.first()), scene.closing(days.last()), 0);
    return stretch(said, whole);
  }

  private static Value.Found stretch(Said said, Value.Stretch stretch) {
    Scene scene = said.scene();
    boolean over = !stretch.to().isAfter(scene.here());
    long rolled = over && stretch.rolls() < Value.Day.YEARLY ? stretch.rolls() : 0;
    Instant to = scene.instant(stretch.to().plusDays(rolled));
    return new Value.Found(scene.instant(stretch.from().plusDays(rolled)), to, to);
  }

  private static Instant ahead(Said said, Value.Point point) {
    ZoneId zone = point.zone() == null ? said.scene().zone() : point.zone();
    Instant at = point.at().atZone(zone).toInstant();
    if (!at.isAfter(said.scene().now()) && point.rolls() < Value.Day.YEARLY) {
      at = point.at().plusDays(point.rolls()).atZone(zone).toInstant();
    }
    return at;
  }

  private static Value by(Said said) {
    Value.Found found = (Value.Found) plain(yearOn(said));
    return new Value.Found(null, null, found.due());
  }

  /** By a day of a month that has passed is by that day of the next year. */
  private static Said yearOn(Said said) {
    Value.Stretch stretch = said.first(Value.Stretch.class);
    if (stretch == null
        || stretch.rolls() != Value.Day.YEARLY
        || stretch.to().isAfter(said.scene().here())) {
      return said;
    }
    Value.Stretch next =
        new Value.Stretch(stretch.from().plusYears(1), stretch.to().plusYears(1), 0);
    return new Said(said.scene(), List.of(next), List.of());
  }

  /** Before a day is by the end of the last day of work that comes before it. */
  private static Value before(Said words) {
    Said said = yearOn(words);
    if (said.first(Value.Days.class) != null) {
      Value.Found month = (Value.Found) named(said);
      Instant first = Objects.requireNonNull(month.from());
      Scene scene = said.scene();
      LocalDate last = scene.lastWorking(LocalDate.ofInstant(first, scene.zone()).minusDays(1));
      return future(scene.instant(scene.closing(last)));
    }
    Value.Stretch stretch = said.first(Value.Stretch.class);
    if (stretch == null) {
      return by(said);
    }
    Scene scene = said.scene();
    Value.Found whole = stretch(said, stretch);
    LocalDateTime from =
        LocalDateTime.ofInstant(Objects.requireNonNull(whole.from()), scene.zone());
    Instant due = scene.instant(from);
    if (from.equals(scene.opening(from.toLocalDate()))) {
      LocalDate last = scene.lastWorking(from.toLocalDate().minusDays(1));
      Instant close = scene.instant(scene.closing(last));
      due = close.isAfter(scene.now()) ? close : due;
    }
    return future(due);
  }

  private static Value future(@Nullable Instant due) {
    if (due == null) {
      throw new Said.NotMeant();
    }
    return new Value.Found(null, null, due);
  }

  /** From then on, without an end; after a stretch is from its end on. */
  private static Value after(Said said, boolean over) {
    Value.Found found = (Value.Found) plain(said);
    @Nullable Instant start = over || found.from() == null ? found.due() : found.from();
    return new Value.Found(start, null, null);
  }

  /** "By June" is when June begins. */
  private static Value month(Said said) {
    LocalDate first = said.need(Value.Days.class).first();
    return future(said.scene().instant(said.scene().closing(first)));
  }

  private static Value span(Said said) {
    return future(said.scene().plus(said.need(Value.Span.class)));
  }

  /** "In the next hour": one of what is named. */
  private static Value oneUnit(Said said) {
    String unit = said.values().getLast() instanceof Value.Name name ? name.name() : "";
    return future(said.scene().plus(new Value.Span(List.of(new Value.Length(1, unit)))));
  }

  private static Value constant(Said said) {
    Value.Length length = new Value.Length(Double.parseDouble(said.given(0)), said.given(1));
    return future(said.scene().plus(new Value.Span(List.of(length))));
  }

  private static Value spans(Said said) {
    Value.Spans spans = said.need(Value.Spans.class);
    Instant from = said.scene().plus(spans.least());
    Instant to = said.scene().plus(spans.most());
    if (from == null || to == null) {
      throw new Said.NotMeant();
    }
    return new Value.Found(from, to, to);
  }

  /** By the end of a day: of the one that is named, else of the last day of what is given. */
  private static Value end(Said said) {
    Scene scene = said.scene();
    Value.Day day = said.first(Value.Day.class);
    LocalDate last = day == null ? Periods.current(scene, said.given(0)).last() : day.date();
    Instant due = scene.instant(scene.closing(last));
    return due.isAfter(scene.now())
        ? new Value.Found(null, null, due)
        : future(scene.instant(last.atTime(23, 59)));
  }
}
