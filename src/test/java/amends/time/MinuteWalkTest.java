package amends.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Holds the calendar against one that looks at the wall clock in every single minute. Seeded, so
 * that a failure repeats.
 */
class MinuteWalkTest {
  private static final int ROUNDS = 300;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("Europe/London"),
          ZoneId.of("Europe/Dublin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("America/St_Johns"),
          ZoneId.of("America/Sao_Paulo"),
          ZoneId.of("Asia/Kolkata"),
          ZoneId.of("Asia/Beirut"),
          ZoneId.of("Africa/Casablanca"),
          ZoneId.of("Antarctica/Troll"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Pacific/Chatham"),
          ZoneId.of("Pacific/Apia"),
          ZoneId.of("UTC"));

  private static final List<Instant> MOMENTS =
      List.of(
          Instant.parse("2026-03-29T01:00:00Z"),
          Instant.parse("2026-10-25T01:00:00Z"),
          Instant.parse("2026-04-04T15:00:00Z"),
          Instant.parse("2026-10-03T15:30:00Z"),
          Instant.parse("2011-12-30T10:00:00Z"),
          Instant.parse("2018-11-04T03:00:00Z"),
          Instant.parse("2026-03-08T07:00:00Z"),
          Instant.parse("2026-12-31T23:00:00Z"));

  private final Random random = new Random(20261122);

  @Test
  void agreesWithTheWallClockInEveryMinute() {
    for (int round = 0; round < ROUNDS; round++) {
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      Instant from = start();
      List<Hours> hours = hours(from);
      Set<LocalDate> holidays = holidays(from, zone);
      check(new WorkingCalendar(zone, hours, holidays), new Wall(zone, hours, holidays), from);
    }
  }

  private void check(WorkingCalendar calendar, Wall wall, Instant from) {
    String where = calendar.zone() + " " + wall.hours + " " + wall.holidays + " from " + from;
    Instant to = from.plus(Duration.ofMinutes(random.nextInt(6 * 1_440)));
    Duration worked = Duration.ZERO;
    Instant opening = null;
    for (Instant at = from; at.isBefore(to); at = at.plus(MINUTE)) {
      boolean open = wall.open(at);
      if (open && opening == null) {
        opening = at;
      }
      worked = open ? worked.plus(MINUTE) : worked;
      if (random.nextInt(200) == 0) {
        assertThat(calendar.open(at)).as(where + " at " + at).isEqualTo(open);
      }
    }
    assertThat(calendar.workingBetween(from, to)).as(where + " to " + to).isEqualTo(worked);
    if (opening != null) {
      assertThat(calendar.nextOpening(from)).as(where).isEqualTo(opening);
      Duration part = Duration.ofMinutes(1 + random.nextLong(worked.toMinutes()));
      assertThat(calendar.plusWorking(from, part)).as(where).isEqualTo(wall.after(from, part));
    }
  }

  private Instant start() {
    Instant around = MOMENTS.get(random.nextInt(MOMENTS.size()));
    return around.minus(Duration.ofMinutes(random.nextInt(3 * 1_440)));
  }

  private List<Hours> hours(Instant from) {
    LocalDate near = LocalDate.ofInstant(from, ZoneId.of("UTC"));
    List<Hours> hours = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (int stretch = random.nextInt(4); stretch > 0; stretch--) {
        int start = random.nextInt(1_440);
        int end = start + 1 + random.nextInt(1_440 - start);
        LocalDate since =
            random.nextInt(3) == 0 ? near.plusDays(random.nextInt(3)) : LocalDate.EPOCH;
        LocalDate until = random.nextInt(3) == 0 ? near.plusDays(3 + random.nextInt(3)) : null;
        hours.add(new Hours(day, start, end, since, until));
      }
    }
    return hours;
  }

  private Set<LocalDate> holidays(Instant from, ZoneId zone) {
    Set<LocalDate> days = new HashSet<>();
    if (random.nextBoolean()) {
      days.add(LocalDate.ofInstant(from, zone).plusDays(random.nextInt(4)));
    }
    return days;
  }

  /** Looks at the clock on the wall. */
  private record Wall(ZoneId zone, List<Hours> hours, Set<LocalDate> holidays) {
    boolean open(Instant at) {
      LocalDateTime local = LocalDateTime.ofInstant(at, zone);
      int minute = local.getHour() * 60 + local.getMinute();
      return !holidays.contains(local.toLocalDate())
          && hours.stream()
              .anyMatch(h ->
                  h.day() == local.getDayOfWeek()
                      && minute >= h.fromMinute()
                      && minute < h.toMinute()
                      && !local.toLocalDate().isBefore(h.from())
                      && (h.to() == null || local.toLocalDate().isBefore(h.to())));
    }

    Instant after(Instant from, Duration working) {
      Instant at = from;
      for (long left = working.toMinutes(); left > 0; at = at.plus(MINUTE)) {
        left -= open(at) ? 1 : 0;
      }
      return at;
    }
  }
}
