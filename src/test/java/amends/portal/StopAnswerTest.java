package amends.portal;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Case;
import amends.remedies.Remedies;
import amends.remedies.RemedyGrant;
import amends.remedies.Wanted;
import amends.remedies.fulfilment.Stop;
import amends.remedies.fulfilment.Stops;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Pantry;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * What is stopped is told to them in plain words, and their answer is read before it is decided.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopAnswerTest extends Visiting {
  @Autowired Remedies remedies;
  @Autowired Stops stops;

  private Pantry pantry;

  @BeforeAll
  void larder() {
    pantry = pantry();
  }

  private RemedyGrant stopped(long id) {
    RemedyGrant grant =
        remedies.grant(
            Case.subject(id),
            Wanted.of(pantry.partRefund.id(), Pantry.pounds(4000), "It broke"),
            "",
            world.priya);
    clock.pass(Duration.ofMinutes(1));
    stops.open(grant.id(), Stop.Reason.DOUBLE_PAYMENT, "Paid on 3 May, case 11", world.hanna);
    return grant;
  }

  private Stop stop(RemedyGrant grant) {
    return stops.of(grant.id()).getLast();
  }

  @Test
  void theyReadWhyAndAnswerWithACodeAndItIsReadBeforeItIsDecided() {
    long id = writes("Ida", "A jug");
    String page = link("ida");
    clock.pass(Duration.ofMinutes(1));
    RemedyGrant grant = stopped(id);
    assertThat(lastLetter("ida", Pattern.compile("(?s)paid twice(.*)")).group(1))
        .as("the way to their page")
        .containsPattern(LINK);
    String shown = page(page);
    assertThat(shown)
        .contains(
            "We have stopped this for now: Money back: £40.00",
            "the same was paid twice",
            "Nothing is decided before that")
        .as("what colleagues saw is theirs")
        .doesNotContain("case 11", "on its way");

    String number = String.valueOf(grant.id());
    assertThat(submit(page, "stop", "grant", number, "stop_words", " ").getStatus()).isEqualTo(422);
    MockHttpServletResponse first =
        submit(page, "stop", "grant", number, "stop_words", "That was my sister's jug.");
    assertThat(first.getStatus()).isEqualTo(200);
    assertThat(text(first)).contains("A code is on its way", "stop_code", "my sister");
    assertThat(stop(grant).answer()).as("nothing counts before").isNull();

    String code = code("ida");
    String wrong = wrong(code);
    String words = "That was my sister's jug.";
    assertThat(
            submit(page, "stop", "grant", number, "stop_words", words, "stop_code", wrong)
                .getStatus())
        .isEqualTo(422);
    assertThat(
            submit(page, "stop", "grant", number, "stop_words", words, "stop_code", code)
                .getStatus())
        .isEqualTo(302);
    assertThat(stop(grant).answer()).isEqualTo(words);
    assertThat(page(page)).contains("Your answer has arrived", words);
    assertThat(desk("/payments/grants/" + grant.id())).contains("my sister", "name=\"heard\"");
    assertThat(desk("/cases/" + id + "/remedies")).contains("The customer has answered");

    stops.decide(
        grant.id(),
        new Stops.Decision(false, "Two jugs, two receipts", stop(grant).heard()),
        world.hanna);
    assertThat(page(page)).contains("We were wrong to stop it").doesNotContain("stop_words");
    assertThat(
            post(page + "/stop", seal(page(page)), "grant", number, "stop_words", "More")
                .getStatus())
        .as("decided")
        .isEqualTo(422);
    post.deliver();
  }

  private String desk(String path) {
    return text(send(MockMvcRequestBuilders.get(path).with(As.person(world.hanna.id()))));
  }

  @Test
  void aColleagueTakesTheirAnswerDownOnceItIsClearWhoTheyAre() {
    long id = writes("Jon", "A vase");
    post.deliver();
    clock.pass(Duration.ofMinutes(1));
    RemedyGrant grant = stopped(id);
    String number = String.valueOf(grant.id());
    String words = "I sent the first one back.";
    assertThat(
            submitAs(world.priya.id(), id, "stop", "grant", number, "stop_words", words)
                .getStatus())
        .as("nobody has made sure who it is")
        .isEqualTo(422);
    assertThat(stop(grant).answer()).isNull();
    submitAs(world.priya.id(), id, "identity", "way", "phone", "fact", "email");
    assertThat(
            submitAs(world.priya.id(), id, "stop", "grant", number, "stop_words", words)
                .getStatus())
        .isEqualTo(302);
    assertThat(stop(grant).answer()).isEqualTo(words);
    post.deliver();
  }

  @Test
  void whatWasStoppedForSomebodyElseIsNobodysToAnswer() {
    long id = writes("Kit", "A bowl");
    String page = link("kit");
    long other = writes("Lea", "A plate");
    clock.pass(Duration.ofMinutes(1));
    RemedyGrant grant = stopped(other);
    assertThat(
            submit(page, "stop", "grant", String.valueOf(grant.id()), "stop_words", "Mine")
                .getStatus())
        .isEqualTo(422);
    assertThat(stop(grant).answer()).isNull();
    assertThat(page(page)).doesNotContain("We have stopped this");
    assertThat(id).isNotEqualTo(other);
    post.deliver();
  }
}
