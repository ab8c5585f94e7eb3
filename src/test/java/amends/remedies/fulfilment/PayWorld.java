package amends.remedies.fulfilment;

import amends.cases.Cases;
import amends.customers.Customers;
import amends.remedies.Fulfilment;
import amends.remedies.NewOrder;
import amends.remedies.pay.FakeRefunds;
import amends.remedies.pay.PayDraft;
import amends.shared.Acts;
import amends.shared.Money;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Fernhill with a provider of refunds on this machine, and remedies that were granted by Priya. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PayWorld {
  static final Instant NOW = Instant.parse("2026-05-12T10:00:00Z");

  @Autowired MockMvc mvc;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Acts acts;
  @Autowired Fulfilment fulfilment;
  @Autowired Orders orders;
  @Autowired PayCourier courier;
  @Autowired PayConnections connections;
  @Autowired PayRoutes routes;
  @Autowired Tries tries;

  Fernhill world;
  FakeRefunds provider;
  long connection;
  long caseId;
  long remedy;
  long limit;
  String payment = "";

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    clock.set(NOW);
    caseId = cases.open(world.brokenJug(NOW), world.priya).id();
    remedy = remedy("refund", "refund");
    limit =
        sql.sql(
                """
                insert into authority_limit (line_id, role, currency, per_grant_minor, from_at,
                  set_by_kind, set_by_id, set_at)
                values (1, 'agent', 'GBP', 15000, :now, 'system', 0, :now) returning id
                """)
            .param("now", Sql.at(NOW))
            .query(Long.class)
            .single();
  }

  long remedy(String code, String kind) {
    return sql.sql(
            """
            insert into remedy (code, kind, interim, from_day, added_by_kind, added_by_id, added_at)
            values (:code, :kind, false, :day, 'system', 0, :now) returning id
            """)
        .param("code", code)
        .param("kind", kind)
        .param("day", LocalDate.of(2020, 1, 1))
        .param("now", Sql.at(NOW))
        .query(Long.class)
        .single();
  }

  @BeforeEach
  void aProvider() {
    new AsOwner().run("truncate pay_connection cascade");
    new AsOwner().run("truncate fulfilment cascade");
    new AsOwner().run("truncate remedy_grant cascade");
    new AsOwner().run("truncate stock");
    clock.set(NOW);
    provider = new FakeRefunds(clock);
    connection =
        connections.add(
            new PayDraft(
                "stripe", "Cards", provider.url(), "", FakeRefunds.SECRET, FakeRefunds.HOOK_SECRET),
            world.admin.actor());
    routes.set(new PayRoute(0, "money", null, null, null, connection), world.admin.actor());
    payment = provider.payment(5000, "gbp");
  }

  @AfterEach
  void close() {
    provider.close();
  }

  /** Priya gives money, and it is ordered in the same act. */
  long granted(long minor, String reference) {
    return granted("refund", remedy, NewOrder.Kind.MONEY, new Money(minor, "GBP"), reference, null);
  }

  long granted(
      String kind,
      long what,
      NewOrder.Kind door,
      @Nullable Money money,
      String reference,
      @Nullable Long unit) {
    return acts.call(() -> {
      long id = grantRow(kind, what, money, unit, world.priya);
      fulfilment.order(
          new NewOrder(id, door, money, customer(), Subject.of("case", caseId), reference));
      return id;
    });
  }

  long customer() {
    return world.ruth().id();
  }

  private long grantRow(
      String kind, long what, @Nullable Money money, @Nullable Long unit, Viewer by) {
    return sql.sql(
            """
            insert into remedy_grant (subject_kind, subject_id, customer_id, brand_id, team_id,
              remedy_id, kind, interim, amount_minor, currency, unit_id, segment, reason, ruled_by,
              ruled_at, ruled_day, period_begins, counted_for, limit_id, matter_minor, day_minor, period_minor,
              granted_by_kind, granted_by_id, granted_at)
            values ('case', :case, :customer, :brand, :team, :remedy, :kind, false, :minor, 'GBP',
              :unit, 'all', 'The jug broke', :by, :now, :day, :day, :customer, :limit, :minor, :minor, :minor,
              'person', :by, :now)
            returning id
            """)
        .param("case", caseId)
        .param("customer", customer())
        .param("brand", world.brand.id())
        .param("team", world.home.id())
        .param("remedy", what)
        .param("kind", kind)
        .param("minor", money == null ? 0 : money.minor())
        .param("unit", unit)
        .param("by", by.id())
        .param("now", Sql.at(clock.instant()))
        .param("day", LocalDate.of(2026, 5, 12))
        .param("limit", limit)
        .query(Long.class)
        .single();
  }

  Order order(long grant) {
    return orders.of(grant).orElseThrow();
  }

  Attempt last(long grant) {
    return Objects.requireNonNull(order(grant).last());
  }

  Attempt.State state(long grant) {
    return last(grant).state();
  }

  /** The moment at which the last try is taken up next. */
  void untilNext(long grant) {
    clock.set(last(grant).readyAt());
    sql.sql("update pay_connection set paused_until = null").update();
  }

  void leaseRunsOut() {
    clock.pass(PayCourier.LEASE.plus(Duration.ofSeconds(1)));
  }

  long count(String from) {
    return sql.sql("select count(*) from " + from).query(Long.class).single();
  }
}
