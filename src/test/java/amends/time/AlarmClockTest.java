package amends.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Acts;
import amends.shared.Check;
import amends.shared.Subject;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class AlarmClockTest {
  @Autowired Alarms alarms;
  @Autowired JdbcClient sql;
  @Autowired Acts acts;
  @Autowired TestClock clock;
  @Autowired AlarmCheck check;

  private final Recorder recorder = new Recorder();
  private AlarmClock alarmClock;

  @BeforeEach
  void fresh() {
    sql.sql("delete from alarm").update();
    alarmClock = new AlarmClock(sql, clock, acts, List.of(recorder), () -> Duration.ZERO);
  }

  @Test
  void ringsOnceAndNotBeforeItIsDue() {
    alarms.set("test", Subject.of("promise", 1), clock.instant().plusSeconds(60));

    ring();
    assertThat(recorder.rung).isEmpty();
    clock.pass(Duration.ofSeconds(60));
    ring();
    ring();

    assertThat(recorder.ids()).containsExactly(1L);
    assertThat(recorder.rung.getFirst().late()).isFalse();
  }

  @Test
  void catchesUpAfterDowntimeInOrderAndSaysThatItIsLate() {
    alarms.set("test", Subject.of("promise", 2), clock.instant().plusSeconds(120));
    alarms.set("test", Subject.of("promise", 1), clock.instant().plusSeconds(60));
    clock.pass(Duration.ofHours(2));

    assertThat(check.run()).extracting(Check.Finding::words).contains("is due and has not rung");
    ring();

    assertThat(recorder.ids()).containsExactly(1L, 2L);
    assertThat(recorder.rung).allMatch(Rung::late);
    assertThat(check.run()).isEmpty();
  }

  @Test
  void settingItAgainMovesIt() {
    Subject promise = Subject.of("promise", 1);
    alarms.set("test", promise, clock.instant().plusSeconds(60));
    alarms.set("test", promise, clock.instant().plusSeconds(600));

    clock.pass(Duration.ofSeconds(61));
    ring();
    assertThat(recorder.rung).isEmpty();
  }

  @Test
  void neverRingsOnceItWasSilenced() {
    alarms.set("test", Subject.of("promise", 1), clock.instant());
    alarms.silence("test", Subject.of("promise", 1));
    ring();
    assertThat(recorder.rung).isEmpty();
  }

  @Test
  void anActSetsAndSilencesInItsOwnOrder() {
    Instant soon = clock.instant().plusSeconds(60);
    acts.run(() -> {
      alarms.set("test", Subject.of("promise", 1), soon);
      alarms.silence("test", Subject.of("promise", 1));
      alarms.set("test", Subject.of("promise", 2), soon);
      alarms.set("test", Subject.of("promise", 2), soon.plusSeconds(600));
      alarms.set("test", Subject.of("promise", 3), soon);
    });

    clock.pass(Duration.ofSeconds(61));
    ring();
    assertThat(recorder.ids()).containsExactly(3L);
    clock.pass(Duration.ofSeconds(600));
    ring();
    assertThat(recorder.ids()).containsExactly(3L, 2L);
  }

  @Test
  void whatAFailingActHasSetNeverRings() {
    assertThatThrownBy(() ->
            acts.run(() -> {
              alarms.set("test", Subject.of("promise", 1), clock.instant());
              throw new IllegalStateException("it came to nothing");
            }))
        .hasMessage("it came to nothing");

    ring();
    assertThat(recorder.rung).isEmpty();
  }

  @Test
  void aPoisonAlarmBacksOffAndShowsWhileTheOthersRing() {
    recorder.poison.add(13L);
    alarms.setAll("test", "promise", LongStream.rangeClosed(1, 40).boxed().toList(), due(40));

    ring();

    assertThat(recorder.ids()).hasSize(39).doesNotContain(13L);
    assertThat(check.run())
        .singleElement()
        .satisfies(f -> assertThat(f.words()).contains("poison"));
    recorder.poison.clear();
    ring();
    assertThat(recorder.ids()).as("not before its back-off is over").doesNotContain(13L);
    clock.pass(Duration.ofSeconds(2));
    ring();
    assertThat(recorder.ids()).contains(13L);
  }

  @Test
  void manyNodesRingEachAlarmOnce() throws Exception {
    alarms.setAll("test", "promise", LongStream.rangeClosed(1, 3_000).boxed().toList(), due(3_000));

    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Object> node =
          () -> {
            while (alarmClock.perform()) {}
            return alarmClock.perform();
          };
      nodes.invokeAll(List.of(node, node, node, node)).forEach(f -> assertThat(f).isDone());
    }
    ring();

    assertThat(recorder.ids()).hasSize(3_000).doesNotHaveDuplicates();
  }

  private List<Instant> due(int count) {
    return LongStream.range(0, count).mapToObj(i -> clock.instant()).toList();
  }

  private void ring() {
    while (alarmClock.perform()) {}
  }

  private static final class Recorder implements Bell {
    final List<Rung> rung = new ArrayList<>();
    final Set<Long> poison = new HashSet<>();

    @Override
    public String name() {
      return "test";
    }

    @Override
    public synchronized void ring(List<Rung> due, Instant now) {
      if (due.stream().anyMatch(r -> poison.contains(r.guards().id()))) {
        throw new IllegalStateException("poison");
      }
      rung.addAll(due);
    }

    List<Long> ids() {
      return rung.stream().map(r -> r.guards().id()).toList();
    }
  }
}
