package amends.time;

import static org.assertj.core.api.Assertions.assertThat;

import amends.time.Deadline.DayEnd;
import amends.time.Deadline.LengthUnit;
import amends.time.Deadline.RollRule;
import amends.time.Deadline.StartRule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Calendars and deadlines in every zone that there is, held against one who looks at the wall clock
 * in every single minute: around changes of the clocks, the day that Samoa skipped, ends of months
 * and of years. Seeded, so that a failure repeats.
 */
class EveryZoneTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final List<Instant> EVERYWHERE =
      List.of(
          Instant.parse("2026-03-29T01:00:00Z"),
          Instant.parse("2026-10-25T01:00:00Z"),
          Instant.parse("2011-12-30T10:00:00Z"),
          Instant.parse("2026-04-04T15:00:00Z"),
          Instant.parse("2024-02-29T12:00:00Z"),
          Instant.parse("2026-08-31T12:00:00Z"),
          Instant.parse("2026-12-31T23:00:00Z"));

  private final Random random = new Random(20261126);

  @Test
  void workedTimeAgreesWithTheWallClockInEveryMinute() {
    for (ZoneId zone : zones()) {
      for (Instant around : List.of(change(zone), anywhere())) {
        List<Hours> hours = hours();
        Instant from = minute(around.minus(Duration.ofMinutes(random.nextInt(1_440))));
        LocalDate off = LocalDate.ofInstant(from, zone).plusDays(random.nextInt(4));
        Wall wall = new Wall(zone, hours, off);
        worked(new WorkingCalendar(zone, hours, Set.of(off)), wall, from);
      }
    }
  }

  private void worked(WorkingCalendar calendar, Wall wall, Instant from) {
    Instant to = from.plus(Duration.ofMinutes(600 + random.nextInt(2 * 1_440)));
    Duration worked = Duration.ZERO;
    Instant opening = null;
    for (Instant at = from; at.isBefore(to); at = at.plus(MINUTE)) {
      if (wall.open(at)) {
        opening = opening == null ? at : opening;
        worked = worked.plus(MINUTE);
      }
    }
    String where = wall + " from " + from + " to " + to;
    assertThat(calendar.workingBetween(from, to)).as(where).isEqualTo(worked);
    Duration told =
        calendar.between(from, to).stream()
            .map(WorkingCalendar.Open::length)
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(told).as(where).isEqualTo(worked);
    if (opening != null) {
      assertThat(calendar.nextOpening(from)).as(where).isEqualTo(opening);
      Duration part = Duration.ofMinutes(1 + random.nextLong(worked.toMinutes()));
      assertThat(calendar.plusWorking(from, part)).as(where).isEqualTo(wall.after(from, part));
    }
  }

  @Test
  void deadlinesAgreeWithTheWallClockInEveryMinute() {
    for (ZoneId zone : zones()) {
      for (Instant around : List.of(change(zone), anywhere())) {
        Instant trigger = minute(around.minus(Duration.ofMinutes(random.nextInt(2 * 1_440))));
        LocalDate off = LocalDate.ofInstant(trigger, zone).plusDays(1 + random.nextInt(4));
        Wall wall = new Wall(zone, office(), off);
        WorkingCalendar calendar = new WorkingCalendar(zone, office(), Set.of(off));
        Deadline rule = rule();
        assertThat(rule.due(trigger, calendar))
            .as(rule + " from " + trigger + " by " + wall)
            .isEqualTo(wall.due(rule, trigger));
      }
    }
  }

  private Deadline rule() {
    LengthUnit unit = LengthUnit.values()[random.nextInt(LengthUnit.values().length)];
    int length =
        switch (unit) {
          case HOURS -> 1 + random.nextInt(100);
          case CALENDAR_DAYS, BUSINESS_DAYS -> 1 + random.nextInt(8);
          case WEEKS, MONTHS -> 1;
        };
    boolean rolls = unit != LengthUnit.HOURS && random.nextBoolean();
    return new Deadline(
        "any",
        "any",
        unit == LengthUnit.HOURS || random.nextBoolean() ? StartRule.SAME_DAY : StartRule.DAY_AFTER,
        length,
        unit,
        DayEnd.MIDNIGHT,
        rolls ? RollRule.NEXT_BUSINESS_DAY : RollRule.NONE,
        "",
        "",
        LocalDate.EPOCH,
        null);
  }

  private static Set<ZoneId> zones() {
    Set<ZoneId> zones = new TreeSet<>((one, other) -> one.getId().compareTo(other.getId()));
    ZoneId.getAvailableZoneIds().forEach(id -> zones.add(ZoneId.of(id)));
    assertThat(zones).hasSizeGreaterThan(500);
    return zones;
  }

  /** A change of this zone's clocks, of whole minutes; where there is none, any moment. */
  private Instant change(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(Instant.parse("1975-01-01T00:00:00Z"));
    while (next != null && changes.size() < 140) {
      changes.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    List<ZoneOffsetTransition> whole =
        changes.stream().filter(c -> c.getDuration().toSeconds() % 60 == 0).toList();
    return whole.isEmpty() ? anywhere() : whole.get(random.nextInt(whole.size())).getInstant();
  }

  private Instant anywhere() {
    return EVERYWHERE.get(random.nextInt(EVERYWHERE.size()));
  }

  private static Instant minute(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond() / 60 * 60);
  }

  private static List<Hours> office() {
    return WorkingCalendarTest.weekdays(9, 17);
  }

  private List<Hours> hours() {
    List<Hours> hours = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (int stretch = random.nextInt(3); stretch > 0; stretch--) {
        int start = random.nextInt(1_439);
        int end = start + 1 + random.nextInt(1_440 - start);
        hours.add(new Hours(day, start, end, LocalDate.EPOCH, null));
      }
    }
    return hours;
  }

  /** Looks at the clock on the wall, minute after minute, and at nothing else. */
  private record Wall(ZoneId zone, List<Hours> hours, LocalDate off) {
    boolean open(Instant at) {
      LocalDateTime local = LocalDateTime.ofInstant(at, zone);
      int minute = local.getHour() * 60 + local.getMinute();
      return !off.equals(local.toLocalDate())
          && hours.stream()
              .anyMatch(h ->
                  h.day() == local.getDayOfWeek()
                      && minute >= h.fromMinute()
                      && minute < h.toMinute());
    }

    Instant after(Instant from, Duration working) {
      Instant at = from;
      for (long left = working.toMinutes(); left > 0; at = at.plus(MINUTE)) {
        left -= open(at) ? 1 : 0;
      }
      return at;
    }

    /** Waits until the last day is over: until the wall shows a later date. */
    Instant due(Deadline rule, Instant trigger) {
      if (rule.unit() == LengthUnit.HOURS) {
        Instant at = trigger;
        for (int left = rule.length() * 60; left > 0; left--) {
          at = at.plus(MINUTE);
        }
        return at;
      }
      LocalDate last = lastDay(rule, LocalDate.ofInstant(trigger, zone));
      Instant at = trigger;
      while (!LocalDate.ofInstant(at, zone).isAfter(last)) {
        at = at.plus(MINUTE);
      }
      return at;
    }

    private LocalDate lastDay(Deadline rule, LocalDate trigger) {
      LocalDate first = rule.startRule() == StartRule.SAME_DAY ? trigger : trigger.plusDays(1);
      LocalDate last =
          switch (rule.unit()) {
            case BUSINESS_DAYS -> working(first, rule.length());
            case WEEKS -> first.plusDays(6);
            case MONTHS -> monthLater(trigger, rule);
            case HOURS, CALENDAR_DAYS -> first.plusDays(rule.length() - 1);
          };
      while (rule.rollRule() == RollRule.NEXT_BUSINESS_DAY && !business(last)) {
        last = last.plusDays(1);
      }
      return last;
    }

    private LocalDate working(LocalDate from, int count) {
      LocalDate day = from;
      for (int left = count; ; day = day.plusDays(1)) {
        left -= business(day) ? 1 : 0;
        if (left == 0) {
          return day;
        }
      }
    }

    private static LocalDate monthLater(LocalDate trigger, Deadline rule) {
      YearMonth next = YearMonth.from(trigger).plusMonths(1);
      LocalDate same = next.atDay(Math.min(trigger.getDayOfMonth(), next.lengthOfMonth()));
      return rule.startRule() == StartRule.SAME_DAY ? same.minusDays(1) : same;
    }

    /** A day that the zone skipped shows on no wall. */
    private boolean business(LocalDate day) {
      boolean shown = LocalDate.ofInstant(day.atStartOfDay(zone).toInstant(), zone).equals(day);
      return shown && day.getDayOfWeek().getValue() < 6 && !day.equals(off);
    }
  }
}
