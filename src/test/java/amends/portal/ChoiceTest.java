package amends.portal;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Case;
import amends.promises.Promise;
import amends.remedies.Catalogue;
import amends.remedies.Interims;
import amends.remedies.NewOffer;
import amends.remedies.NewRemedy;
import amends.remedies.Offer;
import amends.remedies.Offers;
import amends.remedies.Remedies;
import amends.remedies.Remedy;
import amends.remedies.RemedyDone;
import amends.remedies.RemedyGrant;
import amends.remedies.Wanted;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Subject;
import amends.testing.DatabaseTest;
import amends.testing.Pantry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockHttpServletResponse;

/** The choice is the customer's: in plain words, behind a code, and never by saying nothing. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChoiceTest extends Visiting {
  @Autowired Offers offers;
  @Autowired Remedies remedies;
  @Autowired Catalogue catalogue;
  @Autowired Interims interims;
  @Autowired Acts acts;
  @Autowired ApplicationEventPublisher events;

  private Pantry pantry;

  @BeforeAll
  void larder() {
    pantry = pantry();
  }

  private Offer offered(long id) {
    return offers.offer(
        Case.subject(id),
        new NewOffer(
            List.of(
                Wanted.of(pantry.partRefund.id(), Pantry.pounds(4000), "It broke"),
                Wanted.of(pantry.flowers.id(), null, "It broke")),
            "It broke",
            clock.instant().plus(Duration.ofDays(3)),
            null,
            null),
        "",
        world.priya);
  }

  private String way(Offer offer, int place) {
    return String.valueOf(offer.choices().get(place).id());
  }

  private List<?> given(long id) {
    return remedies.of(Case.subject(id));
  }

  @Test
  void moneyIsChosenWithACodeOnceAndTheySeeWhatTheyReceive() {
    long id = writes("Cleo", "A jug");
    String page = link("cleo");
    clock.pass(Duration.ofMinutes(1));
    Offer offer = offered(id);
    assertThat(page(page))
        .contains("How shall we make it right?", "£40.00", "Saying nothing is not saying yes")
        .as("when it is there counts from the choice, and not from the offer")
        .contains("Within 1 working day of your choice.")
        .doesNotContain("There by");

    String number = String.valueOf(offer.id());
    MockHttpServletResponse first = submit(page, "choice", "offer", number, "way", way(offer, 0));
    assertThat(first.getStatus()).isEqualTo(200);
    assertThat(text(first)).contains("A code is on its way", "choice_code");
    assertThat(given(id)).as("nothing moves before").isEmpty();
    String code = code("cleo");
    String wrong = wrong(code);
    assertThat(
            submit(page, "choice", "offer", number, "way", way(offer, 0), "choice_code", wrong)
                .getStatus())
        .isEqualTo(422);
    assertThat(given(id)).isEmpty();
    assertThat(
            submit(page, "choice", "offer", number, "way", way(offer, 0), "choice_code", code)
                .getStatus())
        .isEqualTo(302);
    assertThat(given(id)).hasSize(1);
    assertThat(page(page))
        .contains("What you receive")
        .doesNotContain("How shall we make it right?");
    assertThat(
            submit(page, "choice", "offer", number, "way", way(offer, 1), "choice_code", code)
                .getStatus())
        .as("chosen once")
        .isEqualTo(422);
    assertThat(given(id)).hasSize(1);
    post.deliver();
  }

  @Test
  void noneOfItIsRecordedAndSomebodyOwesThemAnAnswer() {
    long id = writes("Dora", "A vase");
    String page = link("dora");
    clock.pass(Duration.ofMinutes(1));
    cases.reply(id, nothingMore("We have looked."), world.priya);
    post.deliver();
    clock.pass(Duration.ofMinutes(1));
    Offer offer = offered(id);
    assertThat(
            submit(
                    page,
                    "choice",
                    "offer",
                    String.valueOf(offer.id()),
                    "way",
                    "none",
                    "choice_words",
                    "I would rather have the same vase again.")
                .getStatus())
        .isEqualTo(302);
    assertThat(offers.get(offer.id()).refusedAt()).isNotNull();
    assertThat(given(id)).isEmpty();
    assertThat(page(page)).contains("If nothing of ours suits you");
    assertThat(promises.about(Case.subject(id)))
        .anyMatch(p -> p.owed() && p.kind() == Promise.Kind.ANSWER);
    post.deliver();
  }

  @Test
  void aColleagueChoosesForThemOnlyOnceItIsClearWhoTheyAre() {
    long id = writes("Edda", "A lamp");
    post.deliver();
    clock.pass(Duration.ofMinutes(1));
    Offer offer = offered(id);
    String number = String.valueOf(offer.id());
    assertThat(
            submitAs(world.priya.id(), id, "choice", "offer", number, "way", way(offer, 1))
                .getStatus())
        .as("nobody has made sure who it is")
        .isEqualTo(422);
    assertThat(given(id)).isEmpty();
    submitAs(world.priya.id(), id, "identity", "way", "phone", "fact", "email");
    assertThat(
            submitAs(world.priya.id(), id, "choice", "offer", number, "way", way(offer, 1))
                .getStatus())
        .isEqualTo(302);
    assertThat(offers.get(offer.id()).answeredOn()).isEqualTo("phone");
    post.deliver();
  }

  /** One wrong press sent what they did not want, and nobody could open the offer again. */
  @Test
  void whatTheyChoseByMistakeIsTakenBackAndChosenAnew() throws Exception {
    long id = writes("Ines", "A bowl");
    post.deliver();
    String page = link("ines");
    clock.pass(Duration.ofMinutes(1));
    Offer offer = offered(id);
    String number = String.valueOf(offer.id());
    submit(page, "choice", "offer", number, "way", way(offer, 0));
    submit(page, "choice", "offer", number, "way", way(offer, 0), "choice_code", code("ines"));
    assertThat(page(page)).contains("Take my choice back");
    assertThat(submit(page, "choice", "offer", "999", "way", "back").getStatus())
        .as("not theirs")
        .isEqualTo(422);
    MockHttpServletResponse back = submit(page, "choice", "offer", number, "way", "back");
    assertThat(back.getStatus()).isEqualTo(302);
    assertThat(back.getRedirectedUrl()).contains("done=choice-back");
    assertThat(offers.get(offer.id()).open()).isTrue();
    assertThat(page(page))
        .contains("How shall we make it right?")
        .doesNotContain("Take my choice back", "What you receive", "no longer needed");
    submitAs(world.priya.id(), id, "identity", "way", "phone", "fact", "email");
    submitAs(world.priya.id(), id, "choice", "offer", number, "way", way(offer, 1));
    assertThat(submitAs(world.priya.id(), id, "choice", "offer", number, "way", "back").getStatus())
        .isEqualTo(302);
    assertThat(offers.get(offer.id()).open()).isTrue();
    post.deliver();
  }

  @Test
  void theLettersSayWhatCanBeChosenWhileItStands() {
    long id = writes("Hal", "A pot");
    post.deliver();
    clock.pass(Duration.ofMinutes(1));
    Offer offer = offered(id);
    clock.pass(Duration.ofMinutes(1));
    cases.reply(id, nothingMore("Please choose."), world.priya);
    String words = lastLetter("hal", Pattern.compile("(?s)Please choose(.*)")).group(1);
    assertThat(words)
        .contains("[ ] Money back: £40.00", "[ ] Flowers", "say " + Reference.of(id))
        .contains("/c/");
    offers.withdraw(offer.id(), world.priya);
    clock.pass(Duration.ofMinutes(1));
    cases.reply(id, nothingMore("It is over."), world.priya);
    assertThat(lastLetter("hal", Pattern.compile("(?s)It is over(.*)")).group(1))
        .doesNotContain("Flowers");
  }

  /** What was for now looked final once it was there, and what takes no time was there before. */
  @Test
  void whatTheyReceiveSaysHowLongItBridgesAndNeverAMomentThatIsOver() {
    long id = writes("Jo", "A kettle");
    post.deliver();
    String page = link("jo");
    clock.pass(Duration.ofMinutes(1));
    RemedyGrant credit = give(id, remedy("at-once", Remedy.Kind.CREDIT, false));
    clock.pass(Duration.ofMinutes(1));
    assertThat(page(page)).contains("at-once", "on its way");

    Wanted help =
        Wanted.of(remedy("visits", Remedy.Kind.SERVICE_VISIT, true), null, "It boils no more")
            .until("The new one is being made.", clock.instant().plus(Duration.ofDays(5)));
    RemedyGrant bridge = remedies.grant(Case.subject(id), help, "", world.priya);
    assertThat(page(page)).contains("for now, until Sunday 17 May");
    done(credit);
    done(bridge);
    assertThat(page(page))
        .contains("credited 12 May 2026", "done 12 May 2026, for now, until Sunday 17 May");
    interims.end(bridge.id(), "The new one is there.", world.priya);
    assertThat(page(page)).doesNotContain("for now, until");
    post.deliver();
  }

  private RemedyGrant give(long id, long remedy) {
    return remedies.grant(
        Case.subject(id), Wanted.of(remedy, Pantry.pounds(1000), "Sorry"), "", world.priya);
  }

  private void done(RemedyGrant grant) {
    acts.run(() ->
        events.publishEvent(
            new RemedyDone(grant.id(), clock.instant(), Subject.of("attempt", grant.id()))));
  }

  private long remedy(String code, Remedy.Kind kind, boolean interim) {
    return catalogue
        .add(
            new NewRemedy(
                code,
                kind,
                interim,
                0,
                0,
                7,
                kind.isMoney() ? null : Pantry.pounds(500),
                null,
                null,
                null,
                pantry.partRefund.from(),
                null,
                Map.of("en", new Remedy.Words(code, code + ", with what it means.", "")),
                List.of()),
            Actor.SYSTEM)
        .id();
  }

  @Test
  void theOfferOfSomebodyElseIsNobodysToChoose() {
    long id = writes("Finn", "A bowl");
    String page = link("finn");
    long other = writes("Gus", "A plate");
    clock.pass(Duration.ofMinutes(1));
    Offer offer = offered(other);
    MockHttpServletResponse answer =
        submit(page, "choice", "offer", String.valueOf(offer.id()), "way", way(offer, 1));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(given(other)).isEmpty();
    assertThat(given(id)).isEmpty();
  }
}
