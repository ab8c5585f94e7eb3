package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.About;
import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.NewCase;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.NewStop;
import amends.goods.ProductSheet;
import amends.goods.StopMark;
import amends.goods.StopMarks;
import amends.goods.UnitSheet;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.remedies.Backings;
import amends.remedies.Remedies;
import amends.remedies.RemedyGrant;
import amends.remedies.Request;
import amends.remedies.Requests;
import amends.shared.Actor;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.Pantry;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Giving at the desk: what is decided stands there first, and nothing else is done than that. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemedyPagesTest {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

  @Autowired ApplicationContext context;
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Goods goods;
  @Autowired StopMarks stops;
  @Autowired Remedies remedies;
  @Autowired Requests requests;
  @Autowired Backings backings;
  @Autowired Promises promises;
  @Autowired TestClock clock;

  private Fernhill world;
  private Pantry pantry;
  private Case matter;
  private int met;

  @BeforeAll
  void house() {
    world = new Fernhill(staff, customers);
    pantry = new Pantry(context, LocalDate.ofInstant(clock.instant(), Fernhill.LONDON));
    goods.enterProducts(List.of(new ProductSheet("JUG", "Stoneware jug", null)), Actor.SYSTEM);
    goods.enterUnits(
        List.of(
            new UnitSheet("JUG", "K1-1", "K1", null),
            new UnitSheet("JUG", "K1-2", "K1", null),
            new UnitSheet("JUG", "K3-1", "K3", null)),
        Actor.SYSTEM);
  }

  /** Each of a customer of its own: what one gives a customer in a day is bounded. */
  @BeforeEach
  void aBrokenJug() {
    NewCase jug = world.brokenJug(clock.instant());
    Customer customer = world.customer("Ruth Adeyemi", "ruth" + ++met + "@adeyemi.example");
    matter =
        cases.open(
            new NewCase(
                jug.brandId(),
                jug.teamId(),
                jug.ownerId(),
                customer.id(),
                jug.channel(),
                jug.subject(),
                jug.happened(),
                jug.asks(),
                jug.orderId(),
                jug.unitId(),
                jug.customerKnows(),
                jug.next(),
                jug.nextWords(),
                jug.nextDueAt(),
                jug.openedBy()),
            world.priya);
  }

  private String here() {
    return "/cases/" + matter.id() + "/remedies/new?remedy=";
  }

  private String page(Viewer by, String path) throws Exception {
    MockHttpServletResponse answer = send(get(path).accept("text/html"), by);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  /** The form as the page offers it, with these fields typed over. */
  private MockHttpServletResponse give(Viewer by, long remedy, String... typed) throws Exception {
    String page = page(by, here() + remedy);
    Matcher once = ONCE.matcher(page);
    assertThat(once.find()).isTrue();
    return give(by, remedy, once.group(1), page.contains("value=\"above\""), typed);
  }

  private MockHttpServletResponse give(
      Viewer by, long remedy, String once, boolean above, String... typed) throws Exception {
    MockHttpServletRequestBuilder request =
        post("/cases/" + matter.id() + "/remedies/new")
            .with(csrf())
            .param("once", once)
            .param("remedy", String.valueOf(remedy))
            .param("seen", above ? "above" : "within");
    for (int i = 0; i < typed.length; i += 2) {
      request.param(typed[i], typed[i + 1]);
    }
    return send(request, by);
  }

  private MockHttpServletResponse submit(Viewer by, String path, String... fields)
      throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request, by);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer viewer)
      throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.with(As.person(viewer.id()))).andReturn().getResponse();
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return answer;
  }

  /** What stands beside what is wrong, for whoever reads why a test failed. */
  private static String said(MockHttpServletResponse answer) {
    String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    return Pattern.compile("(?s)(?:role=\"alert\"|class=\"error\").*?<span>(.*?)</span>")
        .matcher(body)
        .results()
        .map(found -> found.group(1))
        .toList()
        .toString();
  }

  private List<RemedyGrant> given() {
    return remedies.of(matter.asSubject());
  }

  private long money() {
    return pantry.partRefund.id();
  }

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
    MockHttpServletResponse answer =
        give(world.priya, money(), "amount", "60.00", "currency", "GBP");
    assertThat(answer.getStatus()).as(said(answer)).isEqualTo(302);
    assertThat(given()).singleElement().satisfies(grant -> {
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

    assertThat(page(world.hanna, "/remedies/asked"))
        .contains("Money back, £240.00", "Two days off work", "The jug arrived broken");
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
    assertThat(given()).singleElement().satisfies(g -> assertThat(g.ruledBy()).isEqualTo(world.hanna.id()));
  }

  @Test
  void whatIsStoppedIsRefusedWithTheReasonAndAnotherLotIsProposed() throws Exception {
    long broken = goods.units("K1-2").getFirst().id();
    cases.understand(matter.id(), new About(null, null, null, broken), world.priya);
    StopMark mark =
        stops.set(
            new NewStop("JUG", "K1", null, StopMark.Reason.FAILURE, "The handle breaks.", "Test 7"),
            Actor.SYSTEM);
    MockHttpServletResponse answer =
        give(world.priya, pantry.replacement.id(), "serial", "K1-1");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("K3-1 of lot K3");
    assertThat(given()).isEmpty();

    long other = goods.units("K3-1").getFirst().id();
    MockHttpServletResponse sent =
        give(world.priya, pantry.replacement.id(), "pick", String.valueOf(other));
    assertThat(sent.getStatus()).as(said(sent)).isEqualTo(302);
    assertThat(given())
        .singleElement()
        .satisfies(g -> assertThat(g.unitId()).isEqualTo(other));
    stops.lift(mark.id(), "Tested again.", Actor.SYSTEM);
  }

  @Test
  void whatIsForNowSaysWhyAndUntilWhen() throws Exception {
    long unit = goods.units("K1-1").getFirst().id();
    cases.understand(
        matter.id(),
        new About(null, null, null, goods.units("K1-2").getFirst().id()),
        world.priya);
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
  void aLeadBacksItAndBothReadThatTheCustomerKeepsIt() throws Exception {
    give(world.priya, money(), "amount", "30.00", "currency", "GBP", "why", "For the vase beside it");
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
