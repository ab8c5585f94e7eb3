package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Customer;
import amends.messages.Direction;
import amends.messages.Outgoing;
import amends.promises.Promise;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.WorkRows;
import amends.testing.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One reply to many chosen cases: each reads their own, each once. */
class RoundsTest extends Telling {
  @Autowired Rounds rounds;
  @Autowired RoundSending sending;
  @Autowired RoundSending.Line line;
  @Autowired Drafts drafts;
  @Autowired Patience patience;
  @Autowired Acts acts;

  @AfterEach
  void repliesLeaveAtOnce() {
    patience.hold(Duration.ZERO);
  }

  private List<Case> cases(int many) {
    List<Case> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Customer customer =
          world.customer("Ann" + i + " Berg", "ann-" + test + "-" + i + "@berg.example");
      all.add(cases.open(about(customer, "Oven " + i), world.priya));
    }
    return all;
  }

  private NewCase about(Customer customer, String subject) {
    return new NewCase(
        world.brand.id(),
        world.home.id(),
        world.priya.id(),
        customer.id(),
        "phone",
        subject,
        "Cold.",
        null,
        null,
        null,
        true,
        Promise.Kind.CONTACT,
        "we call",
        clock.instant().plus(Duration.ofHours(30)),
        world.priya.actor());
  }

  private static List<Long> ids(List<Case> all) {
    return all.stream().map(Case::id).toList();
  }

  private Instant due() {
    return clock.instant().plus(Duration.ofHours(20));
  }

  private Draft draft() {
    Instant due = due();
    return promising(
        "Hello {first name}, about case {case number}: a part fails.",
        "we tell you by {next moment} when we come",
        due);
  }

  private long replies(Case matter) {
    return messages.about(matter.asSubject()).stream()
        .filter(m -> m.direction() == Direction.OUT && m.kind() == Outgoing.Kind.REPLY)
        .count();
  }

  private void send() {
    while (sending.perform()) {}
  }

  @Test
  void stoppedHalfWayEachIsStillSentOnce() {
    List<Case> all = cases(50);
    long round = rounds.write(draft(), ids(all), world.priya);
    send();
    assertThat(all).as("nothing is ready before it is sent").allMatch(c -> replies(c) == 0);
    rounds.send(round, world.priya);
    rounds.send(round, world.priya);

    sending.perform();
    // The next batch is claimed, one of it is written, and the program dies before that is kept.
    acts.call(() -> line.rows().claim(20, Duration.ofMinutes(2)));
    send();
    assertThat(all.stream().mapToLong(this::replies).sum()).isEqualTo(30);
    clock.pass(Duration.ofMinutes(3));
    send();

    assertThat(all).allMatch(c -> replies(c) == 1);
    assertThat(rounds.parts(round, world.priya)).hasSize(50).allMatch(p -> p.messageId() != null);
    Case last = all.getLast();
    assertThat(messages.about(last.asSubject()).getLast().text())
        .contains("Hello Ann49, about case " + last.id());
    assertThat(next(last).words()).startsWith("we tell you by ").doesNotContain("{");
  }

  @Test
  void whoeverWasTooLateWritesNothing() {
    List<Case> all = cases(1);
    long round = rounds.write(draft(), ids(all), world.priya);
    rounds.send(round, world.priya);
    List<WorkRows.Lease> dead = acts.call(() -> line.rows().claim(20, Duration.ofMinutes(2)));
    clock.pass(Duration.ofMinutes(3));
    send();
    assertThatThrownBy(() ->
            acts.run(() ->
                line.rows().finish(dead.getFirst(), Map.of("skipped", "cases.round.skip.undone"))))
        .isInstanceOf(WorkRows.LeaseLost.class);
    assertThat(replies(all.getFirst())).isEqualTo(1);
  }

  @Test
  void whoCannotBeWrittenToIsShownBeforeAndLeftOut() {
    List<Case> all = cases(4);
    customers
        .contacts(all.get(1).customerId())
        .forEach(c -> customers.bury(c.id(), "told", world.priya.actor()));
    drafts.save(all.get(2).id(), "reply", Map.of("text", "I am at it"), 0, world.tom);
    Draft asks = promising("About {order}, {name}.", "we call", due());
    long round = rounds.write(asks, ids(all), world.priya);
    assertThat(rounds.letters(round, world.priya))
        .extracting(Round.Letter::hindrance)
        .containsExactly(
            "cases.round.skip.lacks",
            "cases.round.skip.no-address",
            "cases.round.skip.writing",
            "cases.round.skip.lacks");
    rounds.rewrite(round, draft(), ids(all), world.priya);
    assertThat(rounds.letters(round, world.priya).getFirst().body())
        .contains("Hello Ann0")
        .contains("Priya Nair");
    cases.reply(all.get(3).id(), nothingMore("I was quicker."), world.tom);

    rounds.send(round, world.priya);
    send();

    assertThat(rounds.parts(round, world.priya))
        .extracting(Round.Part::skipped)
        .containsExactly(
            null,
            "cases.round.skip.no-address",
            "cases.round.skip.writing",
            "cases.round.skip.answered");
    assertThat(replies(all.get(2))).isZero();
    assertThatThrownBy(() -> rounds.see(round, world.tom)).isInstanceOf(NotFound.class);
  }

  @Test
  void withinTheHoldTheWholeIsTakenBack() {
    post.deliver();
    patience.hold(Duration.ofSeconds(10));
    List<Case> all = cases(3);
    long round = rounds.write(draft(), ids(all), world.priya);
    rounds.send(round, world.priya);
    send();
    assertThat(all).as("held whole").allMatch(c -> replies(c) == 0);
    clock.pass(Duration.ofSeconds(10));
    send();
    assertThat(all).allMatch(c -> replies(c) == 1);

    assertThat(rounds.undo(round, world.priya)).isEqualTo(new Round.Undone(0, 3, 0));

    assertThat(all).allMatch(c -> replies(c) == 0);
    assertThat(all).allMatch(c -> next(c).words().equals("we call"));
    assertThatThrownBy(() -> rounds.undo(round, world.priya))
        .hasMessage("cases.round.refusal.nothing-to-undo");
    int before = post.received().size();
    clock.pass(Duration.ofMinutes(1));
    post.deliver();
    assertThat(post.received()).hasSize(before);

    long stopped = rounds.write(draft(), ids(all), world.priya);
    rounds.send(stopped, world.priya);
    assertThat(rounds.undo(stopped, world.priya)).isEqualTo(new Round.Undone(3, 0, 0));
    clock.pass(Duration.ofMinutes(1));
    send();
    assertThat(all).allMatch(c -> replies(c) == 0);
  }

  @Test
  void onlyPlacesOfTheListAreFilled() {
    List<Long> one = ids(cases(1));
    Instant due = due();
    assertThatThrownBy(
            () -> rounds.write(promising("Dear {surname},", "we call", due), one, world.priya))
        .hasMessage("messages.places.unknown");
    assertThatThrownBy(
            () -> rounds.write(promising("Dear {first name,", "we call", due), one, world.priya))
        .hasMessage("messages.places.brace");
    assertThatThrownBy(() -> rounds.write(promising("Dear", "", due), one, world.priya))
        .hasMessage("cases.refusal.no-next");
    assertThatThrownBy(() -> rounds.write(nothingMore("By {next moment}."), one, world.priya))
        .hasMessage("cases.round.refusal.no-next-moment");
    assertThatThrownBy(() -> rounds.write(draft(), one, world.sam))
        .as("what one may not see cannot be chosen")
        .hasMessage("cases.round.refusal.none");
  }
}
