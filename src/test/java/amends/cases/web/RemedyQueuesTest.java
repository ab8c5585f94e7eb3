package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import amends.promises.Promise;
import amends.remedies.Request;
import amends.shared.Texts;
import amends.staff.Person;
import amends.testing.DatabaseTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** What others see of what was given: who decides, who looks afterwards, and the figures. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemedyQueuesTest extends RemedyDesk {
  @Autowired Texts texts;

  @Test
  void aboveTheLimitTheOneWhoDecidesIsNamedAndTheCustomerIsPromisedToHear() throws Exception {
    MockHttpServletResponse changed =
        give(world.priya, money(), "amount", "240.00", "currency", "GBP");
    assertThat(changed.getStatus()).as("the page had said within").isEqualTo(422);
    assertThat(changed.getContentAsString())
        .contains(
            "Hanna Lindqvist",
            "is promised to hear from us by",
            "Ask, and promise when they hear",
            "value=\"240.00\"");
    assertThat(given()).isEmpty();
    assertThat(requests.of(matter.asSubject())).isEmpty();

    MockHttpServletResponse unsaid =
        give(world.priya, money(), "once-1", true, "amount", "240.00", "currency", "GBP");
    assertThat(unsaid.getStatus()).as("without a word why").isEqualTo(422);
    MockHttpServletResponse asked =
        give(
            world.priya,
            money(),
            "once-1",
            true,
            "amount",
            "240.00",
            "currency",
            "GBP",
            "why",
            "Two days off work");
    assertThat(asked.getStatus()).isEqualTo(302);
    Request request = requests.of(matter.asSubject()).getFirst();
    assertThat(given()).isEmpty();
    Promise told = promises.promise(Objects.requireNonNull(request.promiseId()));
    Person priya = staff.get(world.priya.id());
    assertThat(changed.getContentAsString())
        .as("what was said before it was asked is what was promised")
        .contains(
            "is promised to hear from us by "
                + texts.voice(priya.locale(), priya.zone()).moment(told.dueAt()));
    assertThat(told.dueAt()).as("the stand-in may have to answer").isAfter(request.dueAt());

    Person hanna = staff.get(world.hanna.id());
    assertThat(page(world.hanna, "/remedies/asked"))
        .contains("Money back, £240.00", "Two days off work", "The jug arrived broken")
        .contains(
            "The customer is promised to hear from us by "
                + texts.voice(hanna.locale(), hanna.zone()).moment(told.dueAt()));
    assertThat(page(world.priya, "/remedies/asked")).doesNotContain("Two days off work");
    String path = "/remedies/asked/" + request.id();
    assertThat(submit(world.hanna, path, "do", "grant", "amount", "99900 GBP").getStatus())
        .as("a changed amount")
        .isEqualTo(422);
    assertThat(submit(world.hanna, path, "do", "refuse", "word", "").getStatus())
        .as("refused without a word")
        .isEqualTo(422);
    assertThat(
            submit(world.hanna, path, "do", "grant", "amount", "24000 GBP", "word", "Of course.")
                .getStatus())
        .isEqualTo(302);
    assertThat(given())
        .singleElement()
        .satisfies(g -> assertThat(g.ruledBy()).isEqualTo(world.hanna.id()));
  }

  @Test
  void aLeadBacksItAndBothReadThatTheCustomerKeepsIt() throws Exception {
    give(
        world.priya,
        money(),
        "amount",
        "30.00",
        "currency",
        "GBP",
        "why",
        "For the vase beside it");
    long grant = given().getFirst().id();
    assertThat(page(world.hanna, "/remedies/backing"))
        .contains("For the vase beside it", "the customer keeps what was given");
    String path = "/remedies/backing/" + grant;
    assertThat(submit(world.hanna, path, "do", "lesson", "lesson", "").getStatus()).isEqualTo(422);
    assertThat(
            submit(world.hanna, path, "do", "lesson", "lesson", "Ask for a photograph too.")
                .getStatus())
        .isEqualTo(302);
    assertThat(backings.of(grant)).isPresent();
    assertThat(page(world.priya, "/cases/" + matter.id() + "/remedies"))
        .contains("for next time: Ask for a photograph too.", "keeps it either way");
    assertThat(page(world.hanna, "/remedies/backing")).doesNotContain("For the vase beside it");
  }

  @Test
  void whetherItArrivedAndWorksIsNotedWithWhatShowsIt() throws Exception {
    give(world.priya, money(), "amount", "30.00", "currency", "GBP");
    String check = "/cases/" + matter.id() + "/remedies/" + given().getFirst().id() + "/check";
    assertThat(page(world.priya, check)).contains("Did it arrive, and does it work?");
    assertThat(submit(world.priya, check, "result", "works", "words", "").getStatus())
        .isEqualTo(422);
    assertThat(
            submit(world.priya, check, "result", "works", "words", "She rang and said so.")
                .getStatus())
        .isEqualTo(302);
    assertThat(page(world.priya, "/cases/" + matter.id() + "/remedies"))
        .contains("It arrived and works: She rang and said so.");
  }

  @Test
  void figuresAreForLeadsAndNameNobody() throws Exception {
    give(world.priya, money(), "amount", "30.00", "currency", "GBP");
    for (String path : List.of("/remedies/fairness", "/remedies/costs")) {
      assertThat(send(get(path), world.priya).getStatus()).as(path).isEqualTo(403);
      assertThat(page(world.hanna, path)).as(path).doesNotContain("Priya Nair");
    }
    assertThat(page(world.hanna, "/remedies/costs")).contains("No cause noted", "Together");
  }
}
