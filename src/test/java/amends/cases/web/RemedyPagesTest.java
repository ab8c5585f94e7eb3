package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import amends.cases.About;
import amends.goods.NewStop;
import amends.goods.Order;
import amends.goods.OrderSheet;
import amends.goods.StopMark;
import amends.promises.Promise;
import amends.remedies.Catalogue;
import amends.remedies.NewRemedy;
import amends.remedies.Remedy;
import amends.remedies.RemedyGrant;
import amends.shared.Actor;
import amends.testing.DatabaseTest;
import amends.testing.Pantry;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Giving at the desk: what is decided stands there first, and nothing else is done than that. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemedyPagesTest extends RemedyDesk {
  @Test
  void theDecisionStandsOnTheCaseBeforeAnythingIsPromised() throws Exception {
    assertThat(page(world.priya, "/cases/" + matter.id()))
        .contains(
            "Make it right",
            "You can give up to £150.00",
            "href=\"/cases/" + matter.id() + "/remedies/new\"");
  }

  @Test
  void withinTheLimitItIsGivenAtOnceAndOnceAndTheCaseSaysWhenWeLook() throws Exception {
    assertThat(page(world.priya, here() + money())).doesNotContain("Already given");
    MockHttpServletResponse answer =
        give(world.priya, money(), "amount", "60.00", "currency", "GBP");
    assertThat(answer.getStatus()).as(said(answer)).isEqualTo(302);
    assertThat(page(world.priya, here() + money()))
        .as("whoever gives more knows what was given")
        .contains("Already given in this case: Money back, £60.00. You, ");
    assertThat(given())
        .singleElement()
        .satisfies(grant -> {
          assertThat(grant.amount()).isEqualTo(Pantry.pounds(6000));
          assertThat(grant.reason()).as("what nobody typed").isEqualTo(matter.subject());
          assertThat(grant.checkPromiseId()).isNotNull();
        });
    assertThat(promises.about(matter.asSubject()))
        .anyMatch(p -> p.kind() == Promise.Kind.CHECK && p.owed());
    assertThat(page(world.priya, "/cases/" + matter.id()))
        .contains("Money back, £60.00", "£60.00 used", "Did it arrive and work?");
    assertThat(page(world.priya, "/cases/" + matter.id() + "/remedies"))
        .contains("Given by Priya Nair");
  }

  /** The form was gone with the refusal, so that nobody could give less. */
  @Test
  void whatAnotherAmountWouldMendKeepsItsForm() throws Exception {
    MockHttpServletResponse nothing = give(world.priya, money(), "amount", "0", "currency", "GBP");
    assertThat(nothing.getStatus()).isEqualTo(422);
    assertThat(nothing.getContentAsString())
        .contains("An amount has to be more than nothing", "name=\"amount\" value=\"0\"");

    goods.enterOrders(
        List.of(
            new OrderSheet(
                "P-1",
                matter.customerId(),
                clock.instant(),
                Pantry.pounds(9_000),
                new Order.Terms("pi_1", Pantry.pounds(9_000), null),
                List.of(new OrderSheet.Line("JUG", null, 1, Pantry.pounds(9_000))))),
        Actor.SYSTEM);
    long order = goods.order("P-1").orElseThrow().id();
    cases.understand(matter.id(), new About(null, null, order, null), world.priya);
    give(world.priya, money(), "amount", "60.00", "currency", "GBP");
    MockHttpServletResponse more = give(world.priya, money(), "amount", "40.00", "currency", "GBP");
    assertThat(more.getStatus()).isEqualTo(422);
    assertThat(more.getContentAsString())
        .contains("30.00 GBP can still be given back", "name=\"amount\" value=\"40.00\"");
    assertThat(given()).hasSize(1);
    assertThat(give(world.priya, money(), "amount", "30.00", "currency", "GBP").getStatus())
        .isEqualTo(302);
    assertThat(given()).hasSize(2);
  }

  /** The page asked for no amount, and a package with money in it could not be given at all. */
  @Test
  void aPackageIsGivenWithTheMoneyInIt() throws Exception {
    Catalogue catalogue = context.getBean(Catalogue.class);
    Remedy both =
        catalogue.add(
            new NewRemedy(
                "both",
                Remedy.Kind.PACKAGE,
                false,
                0,
                0,
                7,
                null,
                null,
                null,
                null,
                pantry.partRefund.from(),
                null,
                Map.of("en", new Remedy.Words("Money and flowers", "Both of it.", "")),
                List.of(money(), pantry.flowers.id())),
            Actor.SYSTEM);
    assertThat(page(world.priya, here() + both.id())).contains("name=\"amount\"");
    MockHttpServletResponse answer =
        give(world.priya, both.id(), "amount", "12.00", "currency", "GBP");
    assertThat(answer.getStatus()).as(said(answer)).isEqualTo(302);
    assertThat(given())
        .filteredOn(grant -> grant.packageId() != null)
        .extracting(RemedyGrant::amount)
        .containsExactlyInAnyOrder(Pantry.pounds(1200), Pantry.pounds(2900));
  }

  @Test
  void aFormThatIsSentTwiceGivesOnce() throws Exception {
    Matcher once = ONCE.matcher(page(world.priya, here() + money()));
    assertThat(once.find()).isTrue();
    for (int i = 0; i < 2; i++) {
      give(world.priya, money(), once.group(1), false, "amount", "20.00", "currency", "GBP");
    }
    assertThat(given()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "-5.00, GBP, below",
    "12.345, GBP, decimal",
    "twelve, GBP, amount",
    "'', GBP, amount",
    "20.00, EUR, GBP",
    "900000000000, GBP, more",
  })
  void whatIsWrongGetsASentenceAndNothingMoves(String amount, String currency, String word)
      throws Exception {
    MockHttpServletResponse answer =
        give(world.priya, money(), "amount", amount, "currency", currency);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString().toLowerCase(java.util.Locale.ROOT))
        .contains("role=\"alert\"")
        .contains("value=\"" + amount + "\"");
    assertThat(given()).isEmpty();
  }

  @Test
  void anAmountThatWasChangedInTheFormOfAFixedPriceIsRefused() throws Exception {
    MockHttpServletResponse answer =
        give(world.priya, pantry.flowers.id(), "amount", "1.00", "currency", "GBP");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("fixed price");
    assertThat(given()).isEmpty();
  }

  @Test
  void whatIsStoppedIsRefusedWithTheReasonAndAnotherLotIsProposed() throws Exception {
    long broken = goods.units("K1-2").getFirst().id();
    cases.understand(matter.id(), new About(null, null, null, broken), world.priya);
    StopMark mark =
        stops.set(
            new NewStop("JUG", "K1", null, StopMark.Reason.FAILURE, "The handle breaks.", "Test 7"),
            Actor.SYSTEM);
    MockHttpServletResponse answer = give(world.priya, pantry.replacement.id(), "serial", "K1-1");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("K3-1 of lot K3");
    assertThat(given()).isEmpty();

    long other = goods.units("K3-1").getFirst().id();
    MockHttpServletResponse sent =
        give(world.priya, pantry.replacement.id(), "pick", String.valueOf(other));
    assertThat(sent.getStatus()).as(said(sent)).isEqualTo(302);
    assertThat(given()).singleElement().satisfies(g -> assertThat(g.unitId()).isEqualTo(other));
    stops.lift(mark.id(), "Tested again.", Actor.SYSTEM);
  }

  @Test
  void whatIsForNowSaysWhyAndUntilWhen() throws Exception {
    long unit = goods.units("K1-1").getFirst().id();
    cases.understand(
        matter.id(), new About(null, null, null, goods.units("K1-2").getFirst().id()), world.priya);
    MockHttpServletResponse bare =
        give(world.priya, pantry.loan.id(), "pick", String.valueOf(unit));
    assertThat(bare.getStatus()).isEqualTo(422);
    assertThat(bare.getContentAsString()).contains("Say why it is not for good yet");
    assertThat(
            give(
                    world.priya,
                    pantry.loan.id(),
                    "pick",
                    String.valueOf(unit),
                    "interim_reason",
                    "The new one is fired next week.",
                    "until",
                    "in 10 days")
                .getStatus())
        .isEqualTo(302);
    assertThat(page(world.priya, "/cases/" + matter.id() + "/remedies"))
        .contains("For now only, until", "The new one is fired next week.");
  }

  @Test
  void nobodyGivesInACaseThatTheyMayNotSeeOrThatIsOver() throws Exception {
    assertThat(send(get(here() + money()), world.sam).getStatus()).isEqualTo(404);
    assertThat(
            submit(
                    world.sam,
                    "/cases/" + matter.id() + "/remedies/new",
                    "remedy",
                    String.valueOf(money()),
                    "amount",
                    "5.00")
                .getStatus())
        .isEqualTo(404);
    assertThat(given()).isEmpty();
  }
}
