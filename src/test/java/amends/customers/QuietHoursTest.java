package amends.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void spansMidnight() {
    QuietHours night = hours("22:00", "07:00");
    assertThat(night.covers(LocalTime.of(23, 59))).isTrue();
    assertThat(night.covers(LocalTime.of(6, 59))).isTrue();
    assertThat(night.covers(LocalTime.of(7, 0))).isFalse();
    assertThat(until(night, "2026-01-05T22:30:00Z")).isEqualTo("2026-01-06T06:00:00Z");
    assertThat(until(night, "2026-01-05T03:00:00Z")).isEqualTo("2026-01-05T06:00:00Z");
  }

  @Test
  void equalEndsMeanNoQuietAtAll() {
    assertThat(until(hours("08:00", "08:00"), "2026-01-05T03:00:00Z"))
        .isEqualTo("2026-01-05T03:00:00Z");
  }

  @Test
  void endsWithTheGapWhenTheEndFallsIntoIt() {
    assertThat(until(hours("22:00", "02:30"), "2026-03-28T23:00:00Z"))
        .isEqualTo("2026-03-29T01:00:00Z");
  }

  @Test
  void endsAtTheSecondOfTwoEqualTimesWhenTheFirstIsOver() {
    assertThat(until(hours("22:00", "02:30"), "2026-10-25T01:15:00Z"))
        .isEqualTo("2026-10-25T01:30:00Z");
  }

  /** The definition itself, minute by minute: the first one that is not quiet. */
  @Test
  void isTheFirstMinuteThatIsNotQuietInAnyZone() {
    Random random = new Random(20261122);
    List<String> zones =
        List.of("Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia");
    List<Instant> changes =
        List.of(
            Instant.parse("2026-03-28T12:00:00Z"),
            Instant.parse("2026-10-24T12:00:00Z"),
            Instant.parse("2026-04-04T06:00:00Z"),
            Instant.parse("2011-12-29T12:00:00Z"));
    for (int i = 0; i < 10_000; i++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      QuietHours hours = new QuietHours(time(random), time(random));
      Instant from =
          changes
              .get(random.nextInt(changes.size()))
              .plus(Duration.ofMinutes(random.nextInt(3 * 1_440)));
      assertThat(hours.until(from, zone))
          .as("%s in %s from %s", hours, zone, from)
          .isEqualTo(walk(hours, from, zone));
    }
  }

  private static Instant walk(QuietHours hours, Instant from, ZoneId zone) {
    Instant minute = from;
    while (hours.covers(LocalTime.ofInstant(minute, zone))) {
      minute = minute.plus(Duration.ofMinutes(1));
    }
    return minute;
  }

  private static LocalTime time(Random random) {
    return LocalTime.ofSecondOfDay(random.nextInt(96) * 900L);
  }

  private static QuietHours hours(String from, String to) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Instant until(QuietHours hours, String from) {
    return hours.until(Instant.parse(from), BERLIN);
  }
}
