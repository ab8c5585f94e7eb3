package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.promises.Promise;
import amends.shared.Refusal;
import amends.staff.Permits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Words of hurt or danger in a mail: a call is promised before anybody has read it. */
class HeardDangerTest extends Telling {
  @Autowired Harms harms;
  @Autowired HarmDenials denials;
  @Autowired Queue queue;
  @Autowired Permits permits;

  private List<Long> hurt() {
    Queue.Look look =
        new Queue.Look(Queue.View.ALL, world.hanna, permits.visible(world.hanna), clock.instant());
    return queue.part(look, Queue.Part.HARM, 100).stream().map(Queue.Row::id).toList();
  }

  @Test
  void raisesTheCaseAndPromisesACall() {
    Case matter = ruthWrites("Kettle", "The kettle caught fire and burned my hand.");
    assertThat(hurt()).contains(matter.id());
    Promise call = next(matter);
    assertThat(call.kind()).isEqualTo(Promise.Kind.CONTACT);
    assertThat(call.dueAt()).isBeforeOrEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    Harm.Report report = harms.of(matter.id(), world.priya).getFirst();
    assertThat(report.reportedBy()).isNull();
    assertThat(report.heardIn()).isNotNull();
    assertThat(report.harm().danger()).isTrue();

    cases.call(matter.id(), "out", null, nothingMore("She has seen a doctor."), world.priya);
    assertThat(hurt()).doesNotContain(matter.id());
  }

  @Test
  void aBrokenJugAsksForNoCall() {
    Case matter = ruthWrites("Jug", "The jug is broken and I am sad.");
    assertThat(hurt()).doesNotContain(matter.id());
    assertThat(harms.of(matter.id(), world.priya)).isEmpty();
  }

  @Test
  void aColleagueWhoHasReadItSaysThatItIsNotSo() {
    Case matter = ruthWrites("A film", "In the film the car exploded, what a night.");
    assertThat(hurt()).contains(matter.id());
    assertThatThrownBy(() -> denials.deny(matter.id(), " ", world.priya))
        .isInstanceOf(Refusal.class);

    denials.deny(matter.id(), "She tells of a film.", world.priya);
    assertThat(hurt()).doesNotContain(matter.id());
    assertThat(harms.of(matter.id(), world.priya)).isEmpty();
    assertThat(next(matter).kind()).isEqualTo(Promise.Kind.ANSWER);
    assertThatThrownBy(() -> denials.deny(matter.id(), "Again.", world.priya))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void whatAColleagueReportedIsNotDenied() {
    Case matter = ruthWrites("A visit", "I was in the shop.");
    harms.report(
        matter.id(),
        new Harm("She fell", "a knee", "", false),
        "We call",
        "See to it",
        world.priya);
    assertThatThrownBy(() -> denials.deny(matter.id(), "No.", world.priya))
        .isInstanceOf(Refusal.class);
    assertThat(hurt()).contains(matter.id());
  }
}
