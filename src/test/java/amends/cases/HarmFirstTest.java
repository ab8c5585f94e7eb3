package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.promises.Promise;
import amends.shared.Subject;
import amends.staff.Permits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody was hurt: their case comes before every promise, also before those that are broken. */
class HarmFirstTest extends Telling {
  @Autowired Harms harms;
  @Autowired Renewals renewals;
  @Autowired Queue queue;
  @Autowired Permits permits;

  private Queue.Look look() {
    return new Queue.Look(
        Queue.View.ALL, world.hanna, permits.visible(world.hanna), clock.instant());
  }

  private List<Long> shown() {
    return List.of(Queue.Part.values()).stream()
        .flatMap(part -> queue.part(look(), part, 100).stream())
        .map(Queue.Row::id)
        .toList();
  }

  private Case hurt(String subject) {
    Case matter = ruthWrites(subject, "It hurt me.");
    harms.report(
        matter.id(), new Harm("It hurt", "a hand", "", true), "We call", "See to it", world.priya);
    return now(matter);
  }

  @Test
  void standsAboveABrokenPromiseUntilTheCallWasMade() {
    Case broken = ruthWrites("An old matter", "Nobody answers.");
    clock.set(next(broken).dueAt());
    ring();
    Case hurt = hurt("A hot kettle");

    assertThat(shown()).startsWith(hurt.id()).contains(broken.id());
    assertThat(queue.groups(look())).containsEntry(Queue.Group.HARM, 1);
    assertThat(queue.part(look(), Queue.Part.BROKEN, 100))
        .extracting(Queue.Row::id)
        .contains(broken.id())
        .doesNotContain(hurt.id());

    cases.call(hurt.id(), "out", null, nothingMore("She has seen a doctor."), world.priya);
    assertThat(queue.part(look(), Queue.Part.HARM, 100)).isEmpty();
    assertThat(queue.groups(look())).containsEntry(Queue.Group.HARM, 0);
  }

  @Test
  void staysFirstWhenTheCallIsBrokenOrAgreedAnew() {
    Case hurt = hurt("A sharp edge");
    Promise call = next(hurt);
    post.deliver();
    clock.pass(Duration.ofMinutes(1));
    post.write(ruth(), emailAddress(hurt), id(), "Re: edge", "Call me tonight instead.");
    Subject word = renewals.said(hurt.id(), call.id(), world.priya).getFirst().what();
    renewals.agree(
        hurt.id(), call.id(), clock.instant().plus(Duration.ofHours(4)), word, world.priya);
    assertThat(queue.part(look(), Queue.Part.HARM, 100)).hasSize(1);

    clock.pass(Duration.ofHours(5));
    ring();
    assertThat(shown()).startsWith(hurt.id());
    cases.call(hurt.id(), "out", null, nothingMore("A plaster was enough."), world.priya);
    assertThat(queue.part(look(), Queue.Part.HARM, 100)).isEmpty();
  }

  @Test
  void goesWithItsCallToTheCaseThatStandsForIt(@Autowired Joins joins) {
    Case survivor = ruthWrites("A burnt table", "The table.");
    Case hurt = hurt("A burnt hand");
    joins.merge(hurt.id(), survivor.id(), "The same fire.", false, world.hanna);
    assertThat(shown()).startsWith(survivor.id());
    joins.unmerge(hurt.id(), new Draft("", null, null, false), world.hanna);
    assertThat(shown()).startsWith(hurt.id());
    cases.call(hurt.id(), "out", null, nothingMore("It heals."), world.priya);
  }
}
