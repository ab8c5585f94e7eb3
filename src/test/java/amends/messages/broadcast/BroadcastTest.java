package amends.messages.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Purpose;
import amends.messages.Errands;
import amends.messages.broadcast.Broadcast.Ways;
import amends.messages.broadcast.Broadcast.Words;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.staff.Brand;
import amends.staff.Grant;
import amends.staff.NewBrand;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Viewer;
import amends.testing.FakeRelay.Got;
import amends.testing.FakeRelay.Mood;
import amends.testing.Fernhill;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One text to many: each reads their own, each once, and nobody who must not. */
class BroadcastTest extends ManyPeople {
  @Autowired Errands errands;

  @Test
  void eachGetsOneInTheirOwnNameWithAnIdentifierOfItsOwn() {
    people(40);
    long id = ready("Hello {first name}, switch it off.");
    start(id);

    post.deliverToMany();
    post.deliverToMany();

    assertThat(receivers()).hasSize(40).doesNotHaveDuplicates();
    List<Got> got = post.received();
    assertThat(new HashSet<>(got.stream().map(g -> g.header("Message-ID")).toList())).hasSize(40);
    Got ann7 =
        got.stream().filter(g -> g.to().equals("ann-7@berg.example")).findFirst().orElseThrow();
    assertThat(ann7.text()).contains("Hello Ann7, switch it off.").contains("nothing more from us");
    assertThat(ann7.header("Precedence")).isEqualTo("bulk");
    assertThat(ann7.mailFrom()).startsWith("bounce+");
    assertThat(reach(id)).returns(40, Reach::reached).returns(0, Reach::coming);
    assertThat(count("message where kind = 'broadcast'")).as("the words are kept once").isOne();
  }

  @Test
  void nothingLeavesBeforeItIsStartedAndItsTimeToBeTakenBackIsOver() {
    people(3);
    long id = ready("Hello.");
    post.deliverToMany();
    broadcasts.start(id, "3", world.admin);
    work();
    post.deliverToMany();
    assertThat(post.received()).isEmpty();

    broadcasts.cancel(id, world.admin);
    clock.pass(Duration.ofMinutes(3));
    work();
    post.deliverToMany();

    assertThat(post.received()).isEmpty();
    assertThat(see(id).state(clock.instant())).isEqualTo(Broadcast.State.CANCELLED);
    assertThat(reach(id)).returns(3, Reach::stopped).returns(0, Reach::coming);
  }

  @Test
  void theNumberOfPeopleIsTypedAndOnlyTheRightOneStarts() {
    people(3);
    long id = ready("Hello.");
    assertThatThrownBy(() -> broadcasts.start(id, "4", world.admin))
        .isInstanceOf(Refusal.class)
        .hasMessage("messages.broadcast.refusal.count");
    broadcasts.start(id, " 3 ", world.admin);
    assertThatThrownBy(() -> broadcasts.start(id, "3", world.admin))
        .hasMessage("messages.broadcast.refusal.started");
  }

  /** Those of other brands filled the page, and there seemed to be no more behind it. */
  @Test
  void whoWritesForOneBrandFindsItsOwnBehindThoseOfOthers() {
    Brand other =
        staff.addBrand(
            new NewBrand("Ashdown", "help@ashdown.example", Locale.UK, Fernhill.LONDON),
            Actor.SYSTEM);
    Person lead =
        staff.add(
            new NewPerson("Noor Haddad", "noor@fernhill.example", Locale.UK, Fernhill.LONDON),
            Actor.SYSTEM);
    staff.grant(lead.id(), Grant.inBrand(Role.LEAD, world.brand.id()), Actor.SYSTEM);
    Viewer noor = staff.viewer(lead.id()).orElseThrow();
    long first = written("Hello.");
    long second = written("Hello again.");
    for (int i = 0; i < 3; i++) {
      broadcasts.write(
          new Words(other.id(), Purpose.SERVICE, Ways.EMAIL, "Theirs", "Hello."), world.admin);
    }
    assertThat(broadcasts.list(null, 1, noor)).extracting(Broadcast::id).containsExactly(second);
    assertThat(broadcasts.list(null, 2, noor))
        .extracting(Broadcast::id)
        .containsExactly(second, first);
    assertThat(broadcasts.list(null, 9, noor)).hasSize(2);
    assertThat(broadcasts.list(second, 2, noor)).extracting(Broadcast::id).containsExactly(first);
  }

  /**
   * With the writer's eyes it held what only they may see; and none was made once they had left.
   */
  @Test
  void aListIsMadeWithTheEyesOfWhoeverAskedForIt() {
    people(3);
    Person writer =
        staff.add(
            new NewPerson("Wen Lind", "wen@fernhill.example", Locale.UK, Fernhill.LONDON),
            Actor.SYSTEM);
    staff.grant(writer.id(), Grant.everywhere(Role.MANAGER), Actor.SYSTEM);
    long id =
        broadcasts.write(words(Purpose.SERVICE, "Hello."), staff.viewer(writer.id()).orElseThrow());
    staff.leave(writer.id(), Actor.SYSTEM);

    broadcasts.whom(id, "everyone", Map.of(), null, world.admin);
    work();
    assertThat(listed(id).people()).isEqualTo(3);
  }

  @Test
  void pausedNothingLeavesAndResumedTheRestDoes() {
    people(40);
    long id = ready("Hello.");
    start(id);
    post.deliverSomeToMany();
    int first = post.received().size();
    assertThat(first).isBetween(1, 39);

    broadcasts.pause(id, world.admin);
    post.deliverToMany();
    assertThat(post.received()).hasSize(first);

    broadcasts.resume(id, world.admin);
    post.deliverToMany();
    assertThat(receivers()).hasSize(40).doesNotHaveDuplicates();
    clock.pass(Duration.ofMinutes(1));
    work();
    assertThat(see(id).state(clock.instant())).isEqualTo(Broadcast.State.DONE);
  }

  @Test
  void aCorrectionReplacesWhatHasNotLeft() {
    people(40);
    long first = ready("It is safe.");
    start(first);
    post.deliverSomeToMany();
    int got = post.received().size();

    long correction = broadcasts.correct(first, world.admin);
    assertThat(broadcasts.correct(first, world.admin)).isEqualTo(correction);
    broadcasts.rewrite(correction, words(Purpose.SERVICE, "It is not safe."), world.admin);
    work();
    assertThat(listed(correction).people()).isEqualTo(40 - got);
    start(correction);
    post.deliverToMany();

    assertThat(receivers()).hasSize(40).doesNotHaveDuplicates();
    assertThat(post.received().stream().filter(g -> g.text().contains("not safe")))
        .hasSize(40 - got);
    work();
    assertThat(reach(first)).returns(40 - got, Reach::stopped).returns(got, Reach::reached);
  }

  @Test
  void whoOptsOutOrComplainsMidWayGetsNothingMoreUnlessItIsAboutADanger() {
    List<Customer> all = people(40);
    long id = ready("Hello.");
    start(id);
    post.deliverSomeToMany();
    List<String> before = receivers();
    Customer late =
        all.stream().filter(c -> !before.contains(address(c))).findFirst().orElseThrow();
    choices.say(
        late.id(), Purpose.SERVICE, Channel.EMAIL, false, "page", Actor.customer(late.id()));
    post.deliverToMany();

    assertThat(receivers()).hasSize(39).doesNotContain(address(late));
    assertThat(reach(id)).returns(1, Reach::suppressed);
    assertThat(following.people(id, Recipient.State.SUPPRESSED, 0, 10, world.admin))
        .singleElement()
        .returns("messages.not-sent.opted-out", Recipient::why);

    long danger = broadcasts.write(words(Purpose.SAFETY, "Unplug it now."), world.admin);
    broadcasts.whom(danger, "everyone", Map.of(), null, world.admin);
    work();
    start(danger);
    post.deliverToMany();
    assertThat(receivers()).contains(address(late));
  }

  private String address(Customer customer) {
    return customers.contacts(customer.id()).getFirst().address();
  }

  @Test
  void twoCardsOfOnePersonCountAsOneAlsoWhenTheyAreMergedMidWay() {
    List<Customer> all = people(40);
    customers.merge(all.get(0).id(), all.get(1).id(), Actor.SYSTEM);
    long id = ready("Hello.");
    assertThat(listed(id).people()).isEqualTo(39);
    start(id);
    post.deliverSomeToMany();
    List<String> before = receivers();
    Customer got = all.stream().filter(c -> before.contains(address(c))).findFirst().orElseThrow();
    List<Customer> left = all.stream().filter(c -> !before.contains(address(c))).toList();
    customers.merge(left.get(3).id(), got.id(), Actor.SYSTEM);
    customers.merge(left.get(4).id(), left.get(5).id(), Actor.SYSTEM);

    for (int i = 0; i < 4; i++) {
      post.deliverToMany();
      clock.pass(Duration.ofMinutes(1));
    }

    assertThat(receivers()).hasSize(37).doesNotHaveDuplicates();
    assertThat(reach(id)).returns(2, Reach::suppressed).returns(0, Reach::coming);
  }

  @Test
  void whoComesLaterIsInTheNextOneAndNobodyTwice() {
    people(5);
    long first = ready("Hello.");
    world.customer("Late Comer", "late@comer.example");
    start(first);
    post.deliverToMany();
    assertThat(receivers()).hasSize(5);

    long second = written("Hello.");
    broadcasts.whom(second, "everyone", Map.of(), first, world.admin);
    work();
    start(second);
    post.deliverToMany();
    assertThat(receivers()).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void whatComesBackIsListedAndWhatIsNotKnownIsSentAgainAsTheSame() {
    people(10);
    post.relay()
        .moodFor(to ->
            to.startsWith("ann-3")
                ? Mood.REFUSE_RECIPIENT
                : to.startsWith("ann-4") ? Mood.TAKE_AND_DROP : Mood.TAKE);
    long id = ready("Hello.");
    start(id);
    post.deliverToMany();

    assertThat(reach(id))
        .returns(8, Reach::reached)
        .returns(1, Reach::unreached)
        .returns(1, Reach::coming);
    assertThat(following.people(id, Recipient.State.UNREACHED, 0, 10, world.admin))
        .singleElement()
        .satisfies(r -> assertThat(r.trouble()).contains("550"));
    post.relay().mood(Mood.TAKE);
    clock.pass(Duration.ofMinutes(2));
    post.deliverToMany();
    List<Got> twice = post.received().stream().filter(g -> g.to().startsWith("ann-4")).toList();
    assertThat(twice).hasSize(2);
    assertThat(twice.get(0).raw()).isEqualTo(twice.get(1).raw());
    assertThat(reach(id)).returns(9, Reach::reached).returns(0, Reach::coming);
  }

  @Test
  void namedPeopleHaveWordsOfTheirOwn() {
    List<Customer> two = people(2);
    long id = written("Hello {first name}, yours is {order}.".replace("{order}", "on its way"));
    broadcasts.whom(
        id,
        "named",
        Map.of(
            "list",
            "who;order\n" + two.get(0).id() + ";A-1\nann-1@berg.example;A-2\nnobody@x.example;A-3"),
        null,
        world.admin);
    broadcasts.rewrite(
        id, words(Purpose.SERVICE, "Hello {first name}, yours is {order}."), world.admin);
    work();
    assertThat(listed(id).people()).isEqualTo(2);
    start(id);
    post.deliverToMany();
    assertThat(post.received().stream().map(Got::text))
        .anyMatch(t -> t.contains("Hello Ann0, yours is A-1."))
        .anyMatch(t -> t.contains("Hello Ann1, yours is A-2."));
  }

  @Test
  void onlyWhoMayWriteToManyForTheBrandDoes() {
    people(2);
    assertThatThrownBy(() -> broadcasts.write(words(Purpose.SERVICE, "Hello."), world.priya))
        .isInstanceOf(RuntimeException.class);
    long id = ready("Hello.");
    assertThatThrownBy(() -> broadcasts.see(id, world.priya))
        .isInstanceOf(amends.shared.NotFound.class);
    assertThat(broadcasts.list(null, 10, world.priya)).isEmpty();
  }

  @Test
  void whatFailsByMailIsPreparedAsALetterInTheirName() {
    Customer ann = people(1).getFirst();
    customers.addContact(ann.id(), Channel.LETTER, "1 Mill Lane\nLeeds LS1 1AA", Actor.SYSTEM);
    post.relay().mood(Mood.REFUSE_RECIPIENT);
    long id = ready("Hello {first name}, switch it off.");
    start(id);
    post.deliverToMany();

    assertThat(errands.open(10))
        .singleElement()
        .satisfies(letter -> assertThat(letter.words()).startsWith("Hello Ann0, switch it off."));
    assertThat(reach(id)).returns(1, Reach::coming).returns(0, Reach::unreached);
    errands.posted(errands.open(10).getFirst().id(), world.admin.actor());
    assertThat(reach(id)).returns(1, Reach::reached);
    work();
    assertThat(new BroadcastCheck(sql).run()).isEmpty();
  }
}
