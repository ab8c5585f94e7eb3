package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.About;
import amends.cases.Case;
import amends.cases.Lands;
import amends.goods.Order;
import amends.goods.OrderSheet;
import amends.remedies.Ruling.Never;
import amends.remedies.Ruling.Why;
import amends.remedies.fulfilment.Orders;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.testing.As;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * What an order tells of its payment bounds refunds, and where it went opens what is given there.
 */
class RefundableTest extends Righting {
  @Autowired Lands lands;
  @Autowired Orders orders;
  @Autowired MockMvc mvc;

  private int numbers;

  private long ordered(long customer, Order.Terms terms) {
    String number = "R-" + ++numbers;
    goods.enterOrders(
        List.of(
            new OrderSheet(
                number,
                customer,
                clock.instant(),
                gbp(9_000),
                terms,
                List.of(new OrderSheet.Line("JUG", null, 1, gbp(9_000))))),
        Actor.SYSTEM);
    return goods.order(number).orElseThrow().id();
  }

  /** A case about an order of which this is known. */
  private Subject about(Order.Terms terms) {
    Subject matter = matter();
    order(matter, ordered(customer(matter), terms));
    return matter;
  }

  private long customer(Subject matter) {
    return cases.see(matter.id(), priya).customerId();
  }

  private void order(Subject matter, @Nullable Long order) {
    cases.understand(matter.id(), new About(null, null, order, null), priya);
  }

  private static Order.Terms paid(long minor) {
    return new Order.Terms("pi_500", gbp(minor), null);
  }

  @Test
  void noMoreIsGivenBackThanWasPaidLessWhatWasGivenBack() {
    Subject about = about(paid(9_000));
    assertThat(give(about, 6_000).amount()).isEqualTo(gbp(6_000));
    Never never = (Never) remedies.look(about, pounds(3_001), priya).ruling();
    assertThat(never.why()).isEqualTo(Why.MORE_THAN_PAID);
    assertThat(never.left()).isEqualTo(gbp(3_000));
    Refusal refusal = refused(() -> give(about, 3_001));
    assertThat(refusal.field()).isEqualTo("amount");
    assertThat(refusal.args()).containsExactly("30.00 GBP");
    give(about, 3_000);
    assertThat(refused(() -> give(about, 1)).args()).containsExactly("0.00 GBP");
    assertThat(remedies.grant(about, Wanted.of(credit.id(), gbp(500), "Sorry"), "", priya).id())
        .as("a credit is no refund")
        .isPositive();
  }

  @Test
  void whatDidNotLeaveCanBeGivenBackAgain() {
    Subject about = about(paid(6_000));
    RemedyGrant grant = give(about, 6_000);
    failed(grant);
    assertThat(give(about, 6_000).amount()).isEqualTo(gbp(6_000));
  }

  @Test
  void twoMattersOfOneOrderShareWhatWasPaid() throws Exception {
    Subject one = matter();
    long order = ordered(customer(one), paid(6_000));
    Subject other = matterOf(customer(one));
    order(one, order);
    order(other, order);
    Callable<Boolean> first = () -> gives(one);
    Callable<Boolean> second = () -> gives(other);
    long given = 0;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : pool.invokeAll(List.of(first, second))) {
        given += done.get() ? 1 : 0;
      }
    }
    assertThat(given).isOne();
  }

  private boolean gives(Subject about) {
    try {
      give(about, 6_000);
      return true;
    } catch (Refusal more) {
      assertThat(more.key()).isEqualTo("remedies.never.more_than_paid");
      return false;
    }
  }

  /** It was offered, and given beside it: when they chose, both were paid. */
  @Test
  void whatTheyCanStillChooseIsKeptForThem() {
    Subject about = about(paid(9_000));
    NewOffer ways =
        new NewOffer(
            List.of(pounds(5_000), Wanted.of(credit.id(), gbp(8_000), "Or a credit.")),
            "It was in two pieces.",
            in(72),
            null,
            null);
    Offer offer = offers.offer(about, ways, "", priya);
    assertThat(refused(() -> give(about, 4_001)).args()).containsExactly("40.00 GBP");
    give(about, 4_000);
    RemedyGrant chosen =
        offers.accept(
            offer.id(),
            offer.choices().getFirst().id(),
            "page",
            Actor.customer(offer.customerId()));
    assertThat(chosen.amount()).isEqualTo(gbp(5_000));
    assertThat(refused(() -> give(about, 1)).args()).containsExactly("0.00 GBP");

    Subject other = about(paid(6_000));
    Offer second = offers.offer(other, ways, "", priya);
    offers.refuse(second.id(), "Neither.", "phone", priya.actor());
    assertThat(give(other, 6_000).amount()).as("nothing is kept any more").isEqualTo(gbp(6_000));
  }

  /** It went past what was paid, because euros were not counted against pounds. */
  @Test
  void whatWasPaidInPoundsIsNotGivenBackInEuros() {
    Limit euros =
        authority.set(
            new NewLimit(
                new Limit.OfPerson(priya.id()),
                null,
                "EUR",
                50_000,
                null,
                null,
                null,
                Limit.Period.MONTH,
                120,
                null),
            Actor.SYSTEM);
    Subject about = about(paid(9_000));
    give(about, 2_000);
    Wanted wanted = Wanted.of(refund.id(), new Money(1_000, "EUR"), "The jug was in two pieces.");
    Never never = (Never) remedies.look(about, wanted, priya).ruling();
    assertThat(never.why()).isEqualTo(Why.PAID_OTHERWISE);
    Refusal refusal = refused(() -> remedies.grant(about, wanted, "", priya));
    assertThat(refusal.field()).isEqualTo("amount");
    assertThat(refusal.args()).containsExactly("70.00 GBP");
    assertThat(remedies.of(about)).as("nothing moved").hasSize(1);
    assertThat(
            remedies
                .grant(
                    about,
                    Wanted.of(credit.id(), new Money(500, "EUR"), "For the trouble."),
                    "",
                    priya)
                .amount()
                .currency())
        .as("a credit is no refund")
        .isEqualTo("EUR");
    assertThat(remedies.grant(about(Order.Terms.NONE), wanted, "", priya).amount().currency())
        .as("nobody told what was paid")
        .isEqualTo("EUR");
    clock.pass(Duration.ofMinutes(1));
    authority.end(euros.id(), Actor.SYSTEM);
  }

  @Test
  void whatNobodyToldBoundsNothing() {
    assertThat(give(about(Order.Terms.NONE), 15_000).amount()).isEqualTo(gbp(15_000));
  }

  @Test
  void aRefundGoesBackToThePaymentOfItsOrder() {
    Subject about = about(paid(9_000));
    RemedyGrant grant = give(about, 1_000);
    assertThat(orders.of(grant.id()).orElseThrow().reference()).isEqualTo("pi_500");
    RemedyGrant other = remedies.grant(about, Wanted.of(credit.id(), gbp(5), "Sorry"), "", priya);
    assertThat(orders.of(other.id()).orElseThrow().reference()).isEqualTo("G" + other.id());
  }

  @Test
  void aCaseIsWhereItsOrderWentUntilSomebodySaysOtherwise() throws Exception {
    Subject about = about(new Order.Terms(null, null, "IE"));
    assertThat(lands.of(about.id()))
        .returns("IE", Lands.Known::country)
        .returns(Lands.From.ORDER, Lands.Known::from);
    Remedy here =
        catalogue.add(
            new NewRemedy(
                "irish",
                Remedy.Kind.CREDIT,
                false,
                0,
                0,
                7,
                null,
                null,
                null,
                "IE",
                LONG_AGO,
                null,
                Map.of("en", new Remedy.Words("Irish", "Only there.", "")),
                List.of()),
            Actor.SYSTEM);
    Wanted wanted = Wanted.of(here.id(), gbp(500), "It is the law there");
    assertThat(remedies.look(about, wanted, priya).ruling()).isInstanceOf(Ruling.Within.class);

    assertThat(page(about)).contains("Country: Ireland, where the order went.");
    post(about, "Narnia", 422);
    post(about, "germany", 302);
    assertThat(lands.of(about.id()).country()).isEqualTo("DE");
    assertThat(((Never) remedies.look(about, wanted, priya).ruling()).why())
        .isEqualTo(Why.NOT_HERE);
    post(about, "", 302);
    assertThat(lands.of(about.id()).country()).isEqualTo("IE");
  }

  private String page(Subject about) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.get("/cases/" + about.id() + "/about")
                .with(As.person(priya.id(), clock.instant())))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private void post(Subject about, String country, int status) throws Exception {
    Case matter = cases.see(about.id(), priya);
    Order order = goods.order(Objects.requireNonNull(matter.orderId()));
    int answered =
        mvc.perform(
                MockMvcRequestBuilders.post("/cases/" + about.id() + "/about")
                    .with(As.person(priya.id(), clock.instant()))
                    .with(SecurityMockMvcRequestPostProcessors.csrf())
                    .param("order", order.externalId())
                    .param("country", country))
            .andReturn()
            .getResponse()
            .getStatus();
    assertThat(answered).as(country).isEqualTo(status);
  }
}
