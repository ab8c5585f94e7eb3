package amends.messages.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.cases.Ledger;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Purpose;
import amends.messages.Errands;
import amends.messages.broadcast.After.Earlier;
import amends.messages.broadcast.After.Given;
import amends.messages.broadcast.After.How;
import amends.messages.broadcast.Broadcast.Ways;
import amends.messages.broadcast.Broadcast.Words;
import amends.messages.broadcast.WordGiven.Standing;
import amends.shared.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a broadcast promises is owed to each who was told, and kept, moved or broken like any other.
 */
class WordToManyTest extends WordToMany {
  @Test
  void whoeverWasToldHasThePromiseInTheLedgerAndNobodyElse() {
    people(40);
    Instant due = inDays(3);
    long id = going(due, null);
    assertThat(standing(id)).as("nobody has been told yet").isEqualTo(Standing.NONE);
    post.deliverSomeToMany();
    int told = post.received().size();
    assertThat(told).isBetween(1, 39);
    assertThat(standing(id)).isEqualTo(new Standing(told, 0, 0, 0, 0, 0));

    post.deliverToMany();

    assertThat(post.received().getFirst().text())
        .contains("What happens next: " + NEXT + ", by ")
        .doesNotContain("nothing more from us");
    assertThat(standing(id).owed()).isEqualTo(40);
    assertThat(ledger.lines(new Ledger.Asked(Ledger.State.OWED, null, null, null), world.admin))
        .hasSize(40)
        .allMatch(line -> line.words().equals(NEXT) && line.dueAt().equals(due));
    assertThat(count("alarm where bell like 'promise.%' and done_at is null")).isEqualTo(80);
    assertThat(
            sql.sql(
                    """
                    select sum((cast(payload as jsonb)->>'promises')::int) from journal_entry
                    where kind = 'promise.made' and subject_kind = 'broadcast' and subject_id = :id
                    """)
                .param("id", id)
                .query(Long.class)
                .single())
        .as("an entry for each batch")
        .isEqualTo(40);
    clock.pass(Duration.ofMinutes(1));
    allHolds();
  }

  @Test
  void whatIsNotKeptInTimeIsBrokenForEachAndTheLeadHearsOfItOnce() {
    people(20);
    long id = going(inDays(1), null);
    post.deliverToMany();
    clock.pass(Duration.ofHours(23));
    ring();
    assertThat(count("notice where kind = 'warning' and about_kind = 'broadcast'")).isOne();
    clock.pass(Duration.ofHours(2));
    ring();

    assertThat(standing(id)).isEqualTo(new Standing(0, 0, 0, 0, 20, 0));
    assertThat(count("notice where kind = 'escalation' and about_kind = 'broadcast'")).isOne();
    allHolds();

    long late = going(null, new Earlier(id, How.KEPT));
    post.deliverToMany();
    assertThat(standing(id)).as("late is late").isEqualTo(new Standing(0, 0, 0, 0, 0, 20));
    assertThat(standing(late)).isEqualTo(Standing.NONE);
  }

  @Test
  void anotherBroadcastKeepsItForWhoeverItReaches() {
    List<Customer> all = people(20);
    long first = going(inDays(3), null);
    post.deliverToMany();
    choices.say(
        all.get(3).id(),
        Purpose.SERVICE,
        Channel.EMAIL,
        false,
        "page",
        Actor.customer(all.get(3).id()));
    customers.merge(all.get(4).id(), all.get(5).id(), Actor.SYSTEM);

    going(null, new Earlier(first, How.KEPT));
    post.deliverToMany();

    assertThat(standing(first))
        .as("who wants no messages has not heard it; both cards of one person have")
        .isEqualTo(new Standing(1, 19, 0, 0, 0, 0));
    allHolds();
  }

  @Test
  void anotherBroadcastMovesItBeforeItIsDueForWhoeverItReaches() {
    people(20);
    long first = going(inDays(2), null);
    post.deliverToMany();
    world.customer("Late Comer", "late@comer.example");
    Instant later = inDays(5);

    long second = going(later, new Earlier(first, How.MOVED));
    post.deliverToMany();

    assertThat(standing(first)).isEqualTo(new Standing(0, 0, 20, 0, 0, 0));
    assertThat(standing(second)).isEqualTo(new Standing(21, 0, 0, 0, 0, 0));
    assertThat(
            count(
                "promise p join promise o on o.id = p.follows_id where p.subject_id = "
                    + second
                    + " and o.subject_id = "
                    + first
                    + " and o.customer_id = p.customer_id"))
        .isEqualTo(20);
    clock.pass(Duration.ofDays(3));
    ring();
    assertThat(standing(first).broken()).isZero();
    allHolds();

    going(null, new Earlier(second, How.KEPT));
    post.deliverToMany();
    assertThat(standing(second).kept()).isEqualTo(21);
    allHolds();
  }

  @Test
  void aCorrectionPromisesItsOwnToWhoeverHadNotBeenTold() {
    people(40);
    long first = going(inDays(2), null);
    post.deliverSomeToMany();
    int told = post.received().size();
    long correction = broadcasts.correct(first, world.admin);
    broadcasts.rewrite(correction, said(inDays(4), null), world.admin);
    work();
    start(correction);
    post.deliverToMany();

    assertThat(standing(first)).isEqualTo(new Standing(told, 0, 0, 0, 0, 0));
    assertThat(standing(correction)).isEqualTo(new Standing(40 - told, 0, 0, 0, 0, 0));

    long third = going(inDays(6), new Earlier(first, How.MOVED));
    post.deliverToMany();
    assertThat(standing(first).moved()).isEqualTo(told);
    assertThat(standing(correction).moved()).as("it is of one family").isEqualTo(40 - told);
    assertThat(standing(third).owed()).isEqualTo(40);
    allHolds();
  }

  @Test
  void whatComesBackWasPromisedToNobodyAndMovedNothing() {
    people(3);
    long first = going(inDays(2), null);
    post.deliverToMany();
    long second = going(inDays(5), new Earlier(first, How.MOVED));
    post.deliverToMany();
    long bounced =
        sql.sql(
                "select min(d.id) from delivery d join broadcast b on b.message_id = d.message_id where b.id = :id")
            .param("id", second)
            .query(Long.class)
            .single();

    receipts.failed(bounced, "550 no such person", true);

    assertThat(standing(first)).isEqualTo(new Standing(1, 0, 2, 0, 0, 0));
    assertThat(standing(second)).isEqualTo(new Standing(2, 0, 0, 1, 0, 0));
    clock.pass(Duration.ofDays(3));
    ring();
    assertThat(standing(first).broken()).as("they count on the first moment").isOne();
    allHolds();
  }

  @Test
  void nothingLeavesAfterTheMomentThatItPromises() {
    people(3);
    long id = going(inDays(1), null);
    clock.pass(Duration.ofDays(1));
    post.deliverToMany();
    assertThat(post.received()).isEmpty();
    assertThat(see(id).stale(clock.instant())).isTrue();
    broadcasts.cancel(id, world.admin);
    work();
    assertThat(reach(id)).returns(3, Reach::stopped);
    assertThat(standing(id)).isEqualTo(Standing.NONE);
  }

  @Test
  void aLetterAndACallPromiseOnceTheyArePostedAndMade() {
    Customer wilma = people(1).getFirst();
    sql.sql("delete from contact_point").update();
    customers.addContact(wilma.id(), Channel.PHONE, "+4520123456", Actor.SYSTEM);
    long id =
        broadcasts.write(
            new Words(
                world.brand.id(),
                Purpose.SERVICE,
                Ways.PHONE,
                "Your heater",
                "Hello.",
                new After(new Given(NEXT, inDays(3)), null)),
            world.admin);
    broadcasts.whom(id, "everyone", Map.of(), null, world.admin);
    work();
    start(id);
    assertThat(standing(id).owed()).isZero();
    errands.called(errands.tasks(10).getFirst().id(), Errands.Outcome.REACHED, 1, "", world.admin);
    assertThat(standing(id).owed()).isOne();
  }

  @Test
  void aPromiseIsWholeAndAheadAndWhatItMovesWasPromised() {
    people(1);
    assertThatThrownBy(() ->
            broadcasts.write(said(clock.instant().plus(Duration.ofMinutes(20)), null), world.admin))
        .hasMessage("messages.broadcast.refusal.by");
    long plain = going(null, null);
    assertThatThrownBy(
            () -> broadcasts.write(said(null, new Earlier(plain, How.KEPT)), world.admin))
        .hasMessage("messages.broadcast.refusal.earlier");
    long promising = going(inDays(2), null);
    assertThatThrownBy(
            () -> broadcasts.write(said(null, new Earlier(promising, How.MOVED)), world.admin))
        .hasMessage("messages.broadcast.refusal.moved-to");
  }

  @Test
  void whoeverGotItIsAnAudienceOfItsOwn() {
    people(3);
    long first = going(inDays(2), null);
    post.deliverToMany();
    world.customer("Late Comer", "late@comer.example");
    long second = broadcasts.write(said(null, new Earlier(first, How.KEPT)), world.admin);
    broadcasts.whom(second, Reached.CODE, Map.of("of", "" + first), null, world.admin);
    work();
    assertThat(listed(second).people()).isEqualTo(3);
  }
}
