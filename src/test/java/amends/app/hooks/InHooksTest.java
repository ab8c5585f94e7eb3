package amends.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Cases;
import amends.cases.UnknownThings;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.OrderSheet;
import amends.goods.ProductSheet;
import amends.goods.UnitSheet;
import amends.messages.LineState;
import amends.promises.After;
import amends.promises.Begin;
import amends.promises.BookingSheet;
import amends.promises.Bookings;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.staff.ApiTokens;
import amends.staff.Staff;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InHooksTest {
  @Autowired MockMvc mvc;
  @Autowired InHooks hooks;
  @Autowired InReader reader;
  @Autowired InLines lines;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Goods goods;
  @Autowired Bookings bookings;
  @Autowired Cases cases;
  @Autowired UnknownThings unknown;
  @Autowired ApiTokens tokens;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Fernhill world;

  @BeforeAll
  void aHouse() {
    world = new Fernhill(staff, customers);
  }

  private InHook.Made door(String name, InStyle style, InTarget target, String secret) {
    return hooks.make(
        new InHook.Draft(
            name, "Shop", style.code(), target.code(), Map.of(), world.home.id(), secret),
        world.admin);
  }

  private static byte[] hmac(byte[] key, String words) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
  }

  private int call(String name, String secret, String id, long seconds, String body)
      throws Exception {
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    String signature =
        Base64.getEncoder().encodeToString(hmac(key, id + "." + seconds + "." + body));
    return status(
        post("/in/" + name)
            .header("webhook-id", id)
            .header("webhook-timestamp", String.valueOf(seconds))
            .header("webhook-signature", "v1,AAAA v1," + signature)
            .contentType("application/json")
            .content(body));
  }

  private int status(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request).andReturn().getResponse().getStatus();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  /** As the connections page shows the door for orders. */
  private LineState orders() {
    return lines.lines().stream()
        .filter(line -> line.what().equals("/in/orders"))
        .findFirst()
        .orElseThrow();
  }

  private InHook.Arrival last(long id) {
    return hooks.arrivals(id, 1).getFirst();
  }

  @Test
  void aCustomerComesInOnceHoweverOftenItIsSent() throws Exception {
    InHook.Made made = door("people", InStyle.STANDARD, InTarget.CUSTOMER, "");
    String body =
        "{\"external_id\": \"C-1\", \"name\": \"Ruth Adeyemi\", \"email\": \"r@a.example\"}";
    assertThat(call("people", made.secret(), "m1", now(), body)).isEqualTo(202);
    assertThat(call("people", made.secret(), "m1", now(), body)).isEqualTo(202);
    while (reader.perform()) {}
    assertThat(hooks.arrivals(made.hook().id(), 9)).hasSize(1);
    assertThat(last(made.hook().id()).state()).isEqualTo("done");
    assertThat(customers.byExternalId("C-1").orElseThrow().name()).isEqualTo("Ruth Adeyemi");
  }

  @Test
  void wrongSignaturesOldMomentsAndUnknownDoorsAllHearTheSame() throws Exception {
    InHook.Made made = door("strict", InStyle.STANDARD, InTarget.CUSTOMER, "");
    assertThat(call("strict", made.secret(), "m1", now() - 301, "{}")).isEqualTo(401);
    assertThat(call("strict", made.secret(), "m1", now() + 301, "{}")).isEqualTo(401);
    assertThat(call("strict", "whsec_" + "A".repeat(44), "m1", now(), "{}")).isEqualTo(401);
    assertThat(call("nowhere", made.secret(), "m1", now(), "{}")).isEqualTo(401);
    assertThat(status(post("/in/strict").content("{}"))).isEqualTo(401);
    assertThat(call("strict", made.secret(), "m1", now(), "x".repeat(1_100_000))).isEqualTo(413);
    hooks.turn(made.hook().id(), false, world.admin);
    assertThat(call("strict", made.secret(), "m1", now(), "{}")).isEqualTo(401);
    assertThat(hooks.arrivals(made.hook().id(), 9)).isEmpty();
  }

  @Test
  void anOrderThatCameBeforeItsCustomerIsKeptWithTheReasonAndDoneByHandLater() throws Exception {
    String secret = "shop-secret-0123456789";
    InHook.Made made = door("orders", InStyle.HUB, InTarget.ORDER, secret);
    hooks.remap(
        made.hook().id(),
        Map.ofEntries(
            Map.entry("external_id", "/no"),
            Map.entry("customer_external_id", "/who/id"),
            Map.entry("placed_at", "/at"),
            Map.entry("currency", "=EUR"),
            Map.entry("total", "/sum"),
            Map.entry("lines", "/items"),
            Map.entry("line.product", "/sku"),
            Map.entry("line.quantity", "/n"),
            Map.entry("line.price", "/each")),
        null,
        world.admin);
    String body =
        "{\"no\": \"A-7\", \"who\": {\"id\": 77}, \"at\": \"2026-05-02T12:15:00+02:00\","
            + " \"sum\": \"25.98\", \"items\": [{\"sku\": \"JUG\", \"n\": 2, \"each\": 12.99}]}";
    String signature =
        "sha256=" + HexFormat.of().formatHex(hmac(secret.getBytes(StandardCharsets.UTF_8), body));
    MockHttpServletRequestBuilder request =
        post("/in/orders").header("X-Hub-Signature-256", signature).content(body);
    assertThat(status(request)).isEqualTo(202);
    while (reader.perform()) {}
    assertThat(last(made.hook().id()).state()).isEqualTo("refused");
    assertThat(last(made.hook().id()).became()).contains("no customer with the number 77");
    assertThat(orders().state()).isEqualTo("trouble");
    assertThat(orders().trouble()).contains("no customer with the number 77");
    assertThat(orders().link()).isEqualTo("/hooks/in/" + made.hook().id());

    customers.identify(world.oskar().id(), "77", world.admin.actor());
    goods.enterProducts(List.of(new ProductSheet("JUG", "Jug", null)), world.admin.actor());
    hooks.retry(made.hook().id(), last(made.hook().id()).id(), world.admin);
    while (reader.perform()) {}
    assertThat(last(made.hook().id()).became()).startsWith("order ");
    assertThat(orders().state()).isEqualTo("ok");
    assertThat(goods.order("A-7").orElseThrow().total().minor()).isEqualTo(2598);
    assertThat(status(request)).as("the same again").isEqualTo(202);
    assertThat(hooks.arrivals(made.hook().id(), 9)).hasSize(1);
  }

  @Test
  void aComplaintBecomesACaseUnderTheTokensNameUntilItIsTakenBack() throws Exception {
    customers.identify(world.ruth().id(), "R-1", world.admin.actor());
    InHook.Made made = door("complaints", InStyle.STANDARD, InTarget.CASE, "");
    String body =
        "{\"customer_external_id\": \"R-1\", \"subject\": \"Broken jug\", \"statement\": \"In two pieces.\"}";
    call("complaints", made.secret(), "c1", now(), body);
    while (reader.perform()) {}
    assertThat(last(made.hook().id()).became()).startsWith("case ");

    tokens.revoke(made.hook().tokenId(), world.admin.actor());
    call("complaints", made.secret(), "c2", now(), body);
    while (reader.perform()) {}
    assertThat(last(made.hook().id()).state()).isEqualTo("refused");
    assertThat(last(made.hook().id()).became()).contains("token was taken back");
  }

  @Test
  void aCaseOpensWithoutAnOrderThatIsNotKnownAndIsLinkedWhenItComes() throws Exception {
    customers.identify(world.ruth().id(), "R-2", world.admin.actor());
    InHook.Made made = door("early", InStyle.STANDARD, InTarget.CASE, "");
    String body =
        "{\"customer_external_id\": \"R-2\", \"subject\": \"Broken jug\", \"statement\": \"In two.\","
            + " \"order\": \"E-77\", \"unit\": \"sn 4-4\"}";
    call("early", made.secret(), "e1", now(), body);
    while (reader.perform()) {}
    assertThat(last(made.hook().id()).state()).isEqualTo("done");
    assertThat(last(made.hook().id()).became())
        .startsWith("case ")
        .contains("The order E-77 is not known", "The unit sn 4-4 is not known");
    long id = newest();
    assertThat(unknown.of(cases.see(id, world.hanna)))
        .extracting(UnknownThings.Thing::number)
        .containsExactly("E-77", "sn 4-4");
    assertThat(
            mvc.perform(get("/cases/" + id).with(As.person(world.hanna.id())))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains("E-77", "not known here yet");

    order("E-77", world.oskar().id());
    assertThat(cases.see(id, world.hanna).orderId()).as("his order, her case").isNull();
    order("E-78", world.ruth().id());
    assertThat(cases.see(id, world.hanna).orderId()).isNull();
    goods.enterProducts(List.of(new ProductSheet("KTL", "Kettle", null)), world.admin.actor());
    goods.enterUnits(List.of(new UnitSheet("KTL", "SN44", null, null)), world.admin.actor());
    assertThat(cases.see(id, world.hanna).unitId())
        .isEqualTo(goods.unit("SN44").orElseThrow().id());
    assertThat(unknown.of(cases.see(id, world.hanna)))
        .extracting(UnknownThings.Thing::number)
        .containsExactly("E-77");

    call("early", made.secret(), "e2", now(), body.replace("E-77", "E-79"));
    while (reader.perform()) {}
    long next = newest();
    order("E-79", world.ruth().id());
    assertThat(cases.see(next, world.hanna).orderId())
        .isEqualTo(goods.order("E-79").orElseThrow().id());
  }

  private long newest() {
    return sql.sql("select max(id) from amends_case").query(Long.class).single();
  }

  private void order(String number, long customer) {
    goods.enterOrders(
        List.of(new OrderSheet(number, customer, clock.instant(), new Money(1, "GBP"), List.of())),
        world.admin.actor());
  }

  @Test
  void aSampleShowsWhatItWouldFillAndDoesNothing() {
    InHook.Made made = door("samples", InStyle.STANDARD, InTarget.CUSTOMER, "");
    assertThat(
            hooks.trial(
                made.hook().id(),
                Map.of("external_id", "/a/0/id", "name", "=Somebody"),
                "{\"a\": [{\"id\": 12345678901234567890}]}"))
        .containsExactlyInAnyOrder(
            Map.entry("external_id", "12345678901234567890"), Map.entry("name", "Somebody"));
    assertThat(customers.byExternalId("12345678901234567890")).isEmpty();
    assertThatThrownBy(
            () -> hooks.trial(made.hook().id(), Map.of("external_id", "a.b", "name", "/n"), "{}"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void whatPromisesWaitForComesThroughADoor() throws Exception {
    long ruth = world.ruth().id();
    goods.enterOrders(
        List.of(new OrderSheet("F-900", ruth, clock.instant(), new Money(100, "GBP"), List.of())),
        world.admin.actor());
    Long order = goods.order("F-900").orElseThrow().id();
    long byOrder = waiting("R-1", ruth, order);
    long byNumber = waiting("R-2", ruth, null);

    InHook.Made door = door("arrivals", InStyle.STANDARD, InTarget.ARRIVAL, "");
    String early = clock.instant().plusSeconds(30).toString();
    call(
        "arrivals",
        door.secret(),
        "a1",
        now(),
        "{\"order\": \"F-900\", \"at\": \"" + early + "\"}");
    call("arrivals", door.secret(), "a2", now(), "{\"booking\": \"R-2\"}");
    call("arrivals", door.secret(), "a3", now(), "{\"booking\": \"R-9\"}");
    call("arrivals", door.secret(), "a4", now(), "{\"what\": \"ever\"}");
    while (reader.perform()) {}

    assertThat(bookings.booking(byOrder).metAt())
        .as("a clock that is ahead of ours is no reason to lose it")
        .isEqualTo(clock.instant());
    assertThat(bookings.booking(byOrder).promiseId()).isNotNull();
    assertThat(bookings.booking(byNumber).promiseId()).isNotNull();
    assertThat(hooks.arrivals(door.hook().id(), 4))
        .extracting(InHook.Arrival::state)
        .containsExactly("refused", "refused", "done", "done");
  }

  private long waiting(String number, long customer, @Nullable Long order) {
    Instant due = clock.instant().plus(Duration.ofDays(9));
    return Objects.requireNonNull(
        bookings
            .enter(
                List.of(
                    new BookingSheet(
                        number,
                        "booking",
                        customer,
                        new BookingSheet.Whose(world.brand.id(), world.home.id(), null, true),
                        order,
                        "We ring you whether it fits",
                        "",
                        "",
                        due,
                        BookingSheet.Fate.STANDS,
                        new Begin(
                            "your parcel has arrived",
                            new After(5, After.Unit.DAYS),
                            clock.instant().plus(Duration.ofDays(4))))),
                "api",
                world.priya.actor())
            .getFirst()
            .id());
  }
}
