package amends.remedies.fulfilment;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import amends.goods.Goods;
import amends.goods.ProductSheet;
import amends.goods.Stock;
import amends.goods.UnitSheet;
import amends.remedies.NewOrder;
import amends.shared.Actor;
import amends.testing.Clicks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The desk of whoever pays and packs: who may, what is wrong comes back as typed, and it is done.
 */
class PayDeskPagesTest extends PayWorld {
  private static final String CONNECTIONS = "/payments/connections";

  @Autowired Goods goods;
  @Autowired Stock stock;
  @Autowired Reconciling reconciling;
  @Autowired BackOffice office;

  private Clicks clicks;

  @BeforeEach
  void aDesk() {
    clicks = new Clicks(mvc);
    goods.enterProducts(List.of(new ProductSheet("JUG", "Glass jug", null)), Actor.SYSTEM);
    goods.enterUnits(
        List.of(new UnitSheet("JUG", "S-1", null, null), new UnitSheet("JUG", "S-2", null, null)),
        Actor.SYSTEM);
  }

  private long byHand(long minor, String reference) {
    sql.sql("update pay_route set ended_at = made_at").update();
    return granted(minor, reference);
  }

  @Test
  void unitsAreTakenInAndNoneIsLeftOutInSilence() {
    String path = "/payments/stock";
    assertThat(clicks.open(world.priya, path).getStatus()).isEqualTo(403);
    assertThat(clicks.submit(world.priya, path, "product", "JUG", "serials", "S-1").getStatus())
        .isEqualTo(403);
    assertThat(clicks.refused(world.hanna, path, "product", "NONE", "serials", "S-1"))
        .contains("There is no product of that number", "NONE", "S-1");
    assertThat(clicks.refused(world.hanna, path, "product", "JUG", "serials", " , \n"))
        .contains("Give at least one serial number");
    assertThat(clicks.refused(world.hanna, path, "product", "JUG", "serials", "S-1\nS-9"))
        .contains("Nobody knows a unit S-9", "S-1\nS-9");
    assertThat(stock.counts()).isEmpty();

    clicks.done(world.hanna, path, "product", "JUG", "serials", "S-1, S-2\r\nS-1");
    assertThat(stock.counts()).singleElement().returns(2L, Stock.Count::free);
    assertThat(clicks.page(world.hanna, path)).contains("Glass jug");
  }

  /** What waits is read in parts, each thing once, and what was promised comes first. */
  @Test
  void whatIsToBeDoneGoesOnBehindItsFirstPart() {
    byHand(100, "G1");
    for (int n = 2; n <= 5; n++) {
      granted(100, "G" + n);
    }
    sql.sql("update remedy_grant set promised_at = granted_at where id % 2 = 0").update();
    List<BackOffice.Task> all = office.all(world.hanna);
    assertThat(all).hasSize(5);
    assertThat(all.getFirst().promisedAt()).isNotNull();
    assertThat(all.getLast().promisedAt()).isNull();
    List<BackOffice.Task> read = new ArrayList<>();
    BackOffice.Place next = null;
    do {
      BackOffice.Part part = office.waiting(world.hanna, next, 2);
      read.addAll(part.tasks());
      next = part.next();
    } while (next != null);
    assertThat(read)
        .extracting(BackOffice.Task::grantId)
        .containsExactlyElementsOf(all.stream().map(BackOffice.Task::grantId).toList());

    for (int n = 6; n <= 102; n++) {
      granted(100, "G" + n);
    }
    String page = clicks.page(world.hanna, "/payments");
    String more = page.replaceAll("(?s).*href=\"(/payments\\?after=[0-9-]+)\".*", "$1");
    assertThat(clicks.page(world.hanna, more))
        .contains("/payments/grants/")
        .doesNotContain("/payments?after=");
    assertThat(clicks.page(world.hanna, "/payments?after=nonsense")).contains(more);
  }

  @Test
  void moreThanADeliveryAtOnceIsTooMany() {
    String many = IntStream.range(0, 501).mapToObj(i -> "Z-" + i).collect(joining("\n"));
    assertThat(clicks.refused(world.hanna, "/payments/stock", "product", "JUG", "serials", many))
        .contains("more than 500 units");
  }

  @Test
  void aLineOfTheirsIsMatchedToOneGrantOnly() {
    provider.byHand(payment, 300);
    reconciling.compare(connection);
    long grant = byHand(300, "G1");
    long other = granted(300, "G2");
    String match = "/payments/ledger/" + connection + "/match";
    assertThat(clicks.open(world.priya, "/payments/ledger").getStatus()).isEqualTo(403);
    assertThat(clicks.page(world.hanna, "/payments/ledger")).contains("re_1");
    assertThat(clicks.submit(world.tom, match, "their", "re_1", "grant", "1").getStatus())
        .isEqualTo(403);
    assertThat(clicks.refused(world.hanna, match, "their", "re_1", "grant", "987654"))
        .contains("There is no such grant", "value=\"987654\"");
    assertThat(clicks.refused(world.hanna, match, "their", "re_2", "grant", "" + grant))
        .contains("Their line is not there");

    clicks.done(world.hanna, match, "their", "re_1", "grant", "" + grant);
    assertThat(state(grant)).isEqualTo(Attempt.State.DONE);
    assertThat(clicks.refused(world.hanna, match, "their", "re_1", "grant", "" + other))
        .contains("Their line is not there");
    assertThat(state(other)).isEqualTo(Attempt.State.READY);
  }

  @Test
  void aLineThatIsAllRightIsLookedAtOnce() {
    provider.byHand(payment, 300);
    reconciling.compare(connection);
    String look = "/payments/ledger/" + connection + "/look";
    clicks.done(world.hanna, look, "their", "re_1");
    assertThat(clicks.page(world.hanna, "/payments/ledger")).doesNotContain("re_1");
    assertThat(clicks.submit(world.hanna, look, "their", "re_1").getStatus()).isEqualTo(404);
  }

  @Test
  void aProviderIsKeptByAdministratorsAndNoSecretComesBack() {
    String[] typed = {
      "kind",
      "http",
      "name",
      "Till",
      "url",
      "http://inside.example",
      "secret",
      "hush-hush-hush-hush"
    };
    assertThat(clicks.open(world.hanna, CONNECTIONS).getStatus()).isEqualTo(403);
    assertThat(clicks.submit(world.hanna, CONNECTIONS, typed).getStatus()).isEqualTo(403);
    assertThat(clicks.refused(world.admin, CONNECTIONS, typed))
        .contains("value=\"Till\"", "http://inside.example")
        .doesNotContain("hush-hush");
    typed[1] = "carrier pigeon";
    assertThat(clicks.refused(world.admin, CONNECTIONS, typed)).contains("no such kind");

    String path = CONNECTIONS + "/" + connection;
    assertThat(
            clicks.refused(
                world.admin, path, "name", "Cards", "url", "https://pay.elsewhere.example"))
        .contains("Give the secret for this one", "https://pay.elsewhere.example");
    assertThat(connections.get(connection).url()).isEqualTo(provider.url());
    clicks.done(world.admin, path, "name", "Cards of ours", "url", provider.url());
    assertThat(clicks.page(world.admin, path)).contains("Cards of ours");
  }

  @Test
  void aProviderIsTestedAndSwitchedOffAndOn() {
    String path = CONNECTIONS + "/" + connection;
    clicks.done(world.admin, path + "/test");
    assertThat(connections.get(connection).workedAt()).isNotNull();
    assertThat(clicks.submit(world.hanna, path + "/switch").getStatus()).isEqualTo(403);
    clicks.done(world.admin, path + "/switch");
    assertThat(connections.get(connection).isOn()).isFalse();
    clicks.done(world.admin, path + "/switch", "on", "yes");
    assertThat(connections.get(connection).isOn()).isTrue();
  }

  @Test
  void aWayIsSetAndEndedAndWhatIsWrongComesBack() {
    String path = "/payments/routes";
    assertThat(clicks.submit(world.hanna, path, "what", "money").getStatus()).isEqualTo(403);
    assertThat(clicks.refused(world.admin, path, "what", "money", "currency", "pounds"))
        .contains("There is no such currency", "pounds");
    assertThat(clicks.refused(world.admin, path, "what", "money")).contains("Choose by whom");
    assertThat(
            clicks.refused(
                world.admin, path, "what", "task", "connection", String.valueOf(connection)))
        .contains("cannot do that");
    clicks.done(
        world.admin, path, "what", "money", "currency", "eur", "connection", "" + connection);
    PayRoute euros =
        routes.all().stream().filter(r -> "EUR".equals(r.currency())).findFirst().orElseThrow();
    assertThat(clicks.page(world.admin, CONNECTIONS)).contains("EUR");
    clicks.done(world.admin, path + "/" + euros.id() + "/end");
    assertThat(routes.all()).noneMatch(r -> "EUR".equals(r.currency()));
  }

  @Test
  void aParcelLeavesWithItsUnitAndItsNumber() {
    long jug = goods.product("JUG").orElseThrow().id();
    long what = remedy("new-jug", "replacement");
    long grant = granted("replacement", what, NewOrder.Kind.SHIPMENT, null, "G1", null);
    sql.sql("update remedy_grant set product_id = :jug where id = :id")
        .param("jug", jug)
        .param("id", grant)
        .update();
    String path = "/payments/grants/" + grant;
    assertThat(clicks.submit(world.tom, path + "/unit", "serial", "S-1").getStatus())
        .isEqualTo(403);
    assertThat(clicks.refused(world.hanna, path + "/shipped", "tracking", "RM 12"))
        .contains("Choose the unit that is sent first", "RM 12");
    assertThat(clicks.refused(world.hanna, path + "/unit", "serial", "S-7"))
        .contains("no such unit of this product", "S-7");
    clicks.done(world.hanna, path + "/unit", "serial", "S-2");
    assertThat(clicks.refused(world.hanna, path + "/shipped", "tracking", " "))
        .contains("Give the number of the parcel");
    clicks.done(world.hanna, path + "/shipped", "tracking", "RM 12");
    assertThat(state(grant)).isEqualTo(Attempt.State.DONE);
    assertThat(clicks.page(world.hanna, path)).contains("RM 12");
  }

  /**
   * The form that was sent is not offered any more; its sentence and its words must stand
   * somewhere.
   */
  @Test
  void whoComesTooLateReadsWhyAndWhatTheyTyped() {
    long grant = byHand(2000, "G1");
    String path = "/payments/grants/" + grant + "/done";
    clicks.done(world.hanna, path, "evidence", "Bank slip 12");
    assertThat(clicks.refused(world.admin, path, "evidence", "Bank slip 13 of mine"))
        .contains("It is done already", "This is what you typed", "Bank slip 13 of mine");
  }

  @Test
  void moneyIsGivenToAProviderThatKnowsThePayment() {
    sql.sql("update pay_route set ended_at = made_at").update();
    long grant = granted(2000, "G1");
    String path = "/payments/grants/" + grant + "/again";
    assertThat(clicks.submit(world.tom, path, "payment", payment).getStatus()).isEqualTo(403);
    assertThat(clicks.refused(world.hanna, path, "payment", payment))
        .contains("No provider does this");
    routes.set(new PayRoute(0, "money", null, null, null, connection), world.admin.actor());
    assertThat(clicks.refused(world.hanna, path, "payment", "order 12"))
        .contains("does not know this payment", "order 12");
    clicks.done(world.hanna, path, "payment", payment);
    courier.perform();
    assertThat(state(grant)).isEqualTo(Attempt.State.DONE);
    assertThat(clicks.submit(world.sam, path, "payment", payment).getStatus())
        .as("nobody outside of the team knows of it")
        .isIn(403, 404);
  }
}
