package amends.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happens when, told in any order and performed in the order of time. */
final class Play {
  static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);

  private final Instant now;
  private final List<Scene> scenes = new ArrayList<>();

  private record Scene(Instant at, Runnable act) {}

  Play(Instant now) {
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
  }

  /** A time of day in London, so many days ago; of days to come below zero. */
  Instant day(int ago, String time) {
    ZonedDateTime today = now.atZone(LONDON);
    return today
        .toLocalDate()
        .minusDays(ago)
        .atTime(LocalTime.parse(time))
        .atZone(LONDON)
        .toInstant();
  }

  Instant ago(int hours, int minutes) {
    return now.minus(Duration.ofHours(hours)).minus(Duration.ofMinutes(minutes));
  }

  Instant in(int hours, int minutes) {
    return now.plus(Duration.ofHours(hours)).plus(Duration.ofMinutes(minutes));
  }

  /** As people promise: on the hour or the half hour, so many hours ahead or a little later. */
  Instant about(int hours) {
    Instant at = in(hours, 0);
    long over = at.getEpochSecond() % HALF_HOUR.toSeconds();
    return over == 0 ? at : at.plusSeconds(HALF_HOUR.toSeconds() - over);
  }

  void at(Instant moment, Runnable act) {
    scenes.add(new Scene(moment, act));
  }

  void perform(Instant start, Stagehand hand) {
    scenes.sort(Comparator.comparing(Scene::at));
    Instant at = start;
    for (Scene scene : scenes) {
      hand.moveOn(at, scene.at());
      at = scene.at();
      scene.act().run();
    }
    hand.moveOn(at, now);
    hand.settle();
  }
}
