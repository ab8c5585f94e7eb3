package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Customer;
import amends.messages.Direction;
import amends.messages.Message;
import amends.promises.Promise;
import amends.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands in the place of contact: each with reason, person and review, none of it silent. */
class ContactRulesTest extends Telling {
  @Autowired ContactRules rules;
  @Autowired Harms harms;

  private Instant in(int days) {
    return clock.instant().plus(Duration.ofDays(days));
  }

  private NewRule speaks(boolean instead, @Nullable Instant until) {
    return speaks(instead, until, false);
  }

  private NewRule speaks(boolean instead, @Nullable Instant until, boolean allCases) {
    Customer anna = world.customer("Anna Adeyemi", "anna-" + test + "@adeyemi.example");
    return new NewRule(
        ContactRule.Kind.REPRESENTATIVE,
        allCases,
        "Ruth asked us to",
        in(30),
        until,
        new ContactRule.Speaker(anna.id(), "daughter", "a signed letter", true, instead),
        null);
  }

  private NewRule agreement(String channel) {
    return new NewRule(
        ContactRule.Kind.AGREEMENT,
        true,
        "Forty calls a day",
        in(30),
        null,
        null,
        new ContactRule.Agreement(channel, world.priya.id(), 3));
  }

  private NewRule quiet() {
    return new NewRule(
        ContactRule.Kind.QUIET, false, "A death in the family", in(5), null, null, null);
  }

  private List<String> sentTo(Case matter) {
    return messages.about(matter.asSubject()).stream()
        .filter(m -> m.direction() == Direction.OUT && m.kind() != null && !m.kind().automatic())
        .map(Message::address)
        .toList();
  }

  @Test
  void lettersGoToTheRepresentativeInsteadUntilItEnds() {
    Case matter = ruthWrites("A wet parcel", "Soaked.");
    rules.begin(matter.id(), speaks(true, in(2)), "Look", world.priya);

    cases.reply(matter.id(), promising("We look.", "We write", in(1)), world.priya);
    assertThat(sentTo(matter)).containsExactly("anna-" + test + "@adeyemi.example");

    clock.pass(Duration.ofDays(2));
    cases.reply(matter.id(), promising("We looked.", "We write again", in(1)), world.priya);
    assertThat(sentTo(matter)).hasSize(2).last().isEqualTo("ruth-" + test + "@adeyemi.example");
    post.deliver();
  }

  @Test
  void whoSpeaksForSomebodySpeaksForAllTheirEntries() {
    Case matter = ruthWrites("A bent parcel", "Bent.");
    rules.begin(matter.id(), speaks(true, null, true), "Look", world.priya);
    Customer entry = world.customer("R. Adeyemi", "r-" + test + "@adeyemi.example");
    customers.merge(entry.id(), matter.customerId(), world.priya.actor());

    post.write(
        "R. <r-" + test + "@adeyemi.example>", "help@fernhill.example", id(), "Another", "Again.");
    Case another = rows.get(sql.sql("select max(id) from amends_case").query(Long.class).single());
    assertThat(messages.about(another.asSubject()))
        .filteredOn(m -> m.direction() == Direction.OUT)
        .extracting(Message::address)
        .as("the acknowledgement")
        .containsExactly("anna-" + test + "@adeyemi.example");
    post.deliver();
  }

  @Test
  void lettersGoToTheRepresentativeToo() {
    Case matter = ruthWrites("A torn parcel", "Torn.");
    rules.begin(matter.id(), speaks(false, null), "Look", world.priya);

    cases.reply(matter.id(), promising("We look.", "We write", in(1)), world.priya);

    assertThat(sentTo(matter))
        .containsExactlyInAnyOrder(
            "ruth-" + test + "@adeyemi.example", "anna-" + test + "@adeyemi.example");
    post.deliver();
  }

  @Test
  void anAgreementAllowsOneChannelAndOnePersonAndSetsTheRhythm() {
    Case matter = ruthWrites("A late parcel", "Late.");
    rules.begin(matter.id(), agreement("email"), "Look", world.priya);

    assertThatThrownBy(() -> cases.reply(matter.id(), nothingMore("No."), world.tom))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> cases.call(matter.id(), "out", null, nothingMore("No."), world.priya))
        .isInstanceOf(Refusal.class);
    cases.reply(matter.id(), nothingMore("We have said all we can."), world.priya);
    post.deliver();
    assertThat(next(matter).dueAt()).isEqualTo(in(3));
  }

  @Test
  void quietStopsLettersButNotWordsOfSafety() {
    Case matter = ruthWrites("A sad parcel", "Please wait.");
    rules.begin(matter.id(), quiet(), "Look", world.priya);
    Draft letter = promising("We look.", "We write", in(1));
    assertThatThrownBy(() -> cases.reply(matter.id(), letter, world.priya))
        .isInstanceOf(Refusal.class);

    harms.report(
        matter.id(),
        new Harm("It burns", "", "the table", true),
        "A person calls",
        "See to it",
        world.priya);
    assertThat(now(matter).nextDueAt()).isEqualTo(clock.instant().plus(Harms.DANGER));
    assertThat(promises.about(matter.asSubject()))
        .as("the lead has to see that somebody calls")
        .anyMatch(p -> p.kind() == Promise.Kind.LOOK && p.words().equals("See to it"));
    cases.reply(matter.id(), promising("Unplug it.", "We call", in(1)), world.priya);
    post.deliver();
    assertThat(sentTo(matter)).hasSize(1);
  }

  @Test
  void theReviewOutlivesEveryWordAndEndsWithTheRule() {
    Case matter = ruthWrites("An odd parcel", "Odd.");
    long rule = rules.begin(matter.id(), quiet(), "Look again", world.priya);
    long look = rules.standing(matter.id(), world.priya).getFirst().promiseId();

    ruthWritesAgain(matter);
    assertThat(promises.promise(look).owed()).isTrue();
    rules.review(matter.id(), rule, in(9), "Look again", world.priya);
    assertThat(promises.promise(look).moments().keptAt()).isNotNull();
    rules.end(matter.id(), rule, world.priya);

    assertThat(rules.standing(matter.id(), world.priya)).isEmpty();
  }

  private void ruthWritesAgain(Case matter) {
    post.deliver();
    post.write(ruth(), emailAddress(matter), id(), "Re: it", "And another thing.");
  }

  @Test
  void aRuleNeedsAReasonAndALookAhead() {
    Case matter = ruthWrites("A plain parcel", "Plain.");
    NewRule silent = new NewRule(ContactRule.Kind.QUIET, false, " ", in(5), null, null, null);
    assertThatThrownBy(() -> rules.begin(matter.id(), silent, "Look", world.priya))
        .isInstanceOf(Refusal.class);
    NewRule past = new NewRule(ContactRule.Kind.QUIET, false, "Why", in(-1), null, null, null);
    assertThatThrownBy(() -> rules.begin(matter.id(), past, "Look", world.priya))
        .isInstanceOf(Refusal.class);
  }
}
