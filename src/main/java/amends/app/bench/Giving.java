package amends.app.bench;

import amends.cases.Cases;
import amends.cases.NewCase;
import amends.customers.Channel;
import amends.customers.Customers;
import amends.customers.Stranger;
import amends.goods.Goods;
import amends.goods.ProductSheet;
import amends.goods.UnitSheet;
import amends.promises.Promise;
import amends.remedies.Authority;
import amends.remedies.Catalogue;
import amends.remedies.Causes;
import amends.remedies.Limit;
import amends.remedies.NewLimit;
import amends.remedies.NewRemedy;
import amends.remedies.Remedy;
import amends.remedies.Severity;
import amends.remedies.Wanted;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Money;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Brand;
import amends.staff.Grant;
import amends.staff.NewBrand;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house that has given a great many remedies, and the cases in which more are asked for. */
final class Giving {
  private static final int MATTERS = 400;
  private static final int UNITS = 5_000;
  private static final int BATCH = 100_000;

  /** Half a year of a busy desk: five grants in a matter, each matter of a customer of its own. */
  private static final String GIVEN =
      """
      insert into remedy_grant (subject_kind, subject_id, customer_id, brand_id, team_id, remedy_id, kind,
        interim, amount_minor, currency, product_id, cause, severity, segment, reason, ruled_by, ruled_at,
        ruled_day, period_begins, counted_for, limit_id, matter_minor, day_minor, period_minor,
        granted_by_kind, granted_by_id, granted_at, done_at, wrong_at)
      select 'case', :first + (n / 5) % :matters, :customer + (n / 5) % :matters, :brand, :team, :remedy,
        'refund', false, 1, 'GBP', case when n % 3 = 0 then :product end,
        case n % 4 when 0 then 'c0' when 1 then 'c1' when 2 then 'c2' end, 'medium', 'person', 'Filled.',
        :agent, :since, '2020-01-01', '2020-01-01',
        :customer + (n / 5) % :matters, :limit, 1, 1, 1, 'person', :agent,
        cast(:now as timestamptz) - n * interval '10 seconds', :now, case when n % 300 = 0 then :now end
      from generate_series(cast(:from as bigint), cast(:to as bigint) - 1) as n
      """;

  private final ApplicationContext context;
  private final JdbcClient sql;
  private final Instant now;
  private final List<Subject> matters = new ArrayList<>();
  private final Viewer agent;
  private final Remedy refund;
  private final Remedy replacement;
  private final Limit limit;
  private final Team team;
  private final Brand brand;
  private long firstCustomer;

  Giving(ApplicationContext context) {
    this.context = context;
    this.sql = bean(JdbcClient.class);
    this.now = bean(InstantSource.class).instant();
    Staff staff = bean(Staff.class);
    brand =
        staff.addBrand(
            new NewBrand("Bench", "help@bench.example", Locale.UK, ZoneOffset.UTC), Actor.SYSTEM);
    team = staff.addTeam("Desk", null, Actor.SYSTEM);
    agent = person(staff, "Agnes", Role.AGENT);
    person(staff, "Lena", Role.LEAD);
    bean(Goods.class).enterProducts(List.of(new ProductSheet("P", "Product", null)), Actor.SYSTEM);
    refund = remedy("refund", Remedy.Kind.REFUND, null);
    replacement = remedy("new", Remedy.Kind.REPLACEMENT, new Money(900, "GBP"));
    limit = limit(Role.AGENT, 10_000, 1_000_000_000L);
    limit(Role.LEAD, 100_000, null);
  }

  private <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  private Viewer person(Staff staff, String name, Role role) {
    Person person =
        staff.add(
            new NewPerson(name, name + "@bench.example", Locale.UK, ZoneOffset.UTC), Actor.SYSTEM);
    staff.join(person.id(), team.id(), Actor.SYSTEM);
    staff.grant(person.id(), Grant.inTeam(role, team.id()), Actor.SYSTEM);
    return staff.viewer(person.id()).orElseThrow();
  }

  private Remedy remedy(String code, Remedy.Kind kind, @Nullable Money cost) {
    return bean(Catalogue.class)
        .add(
            new NewRemedy(
                code,
                kind,
                false,
                0,
                0,
                7,
                cost,
                kind.isUnit() ? product() : null,
                null,
                null,
                LocalDate.of(2020, 1, 1),
                null,
                Map.of("en", new Remedy.Words(code, code, "")),
                List.of()),
            Actor.SYSTEM);
  }

  private Long product() {
    return bean(Goods.class).product("P").orElseThrow().id();
  }

  private Limit limit(Role role, long most, @Nullable Long more) {
    return bean(Authority.class)
        .set(
            new NewLimit(
                new Limit.OfRole(role),
                null,
                "GBP",
                most,
                more,
                more,
                more,
                Limit.Period.MONTH,
                120,
                null),
            Actor.SYSTEM);
  }

  void fill(int grants) {
    for (int i = 0; i < 3; i++) {
      bean(Causes.class).keep("c" + i, "Cause " + i, Actor.SYSTEM);
    }
    units();
    open();
    for (long from = 0; from < grants; from += BATCH) {
      long upTo = Math.min(grants, from + BATCH);
      long first = from;
      bean(Acts.class).run(() -> give(first, upTo));
    }
    used();
    sql.sql("analyze").update();
  }

  private void units() {
    List<UnitSheet> sheets = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      sheets.add(new UnitSheet("P", "U-" + i, "L" + i / 500, null));
    }
    bean(Goods.class).enterUnits(sheets, Actor.SYSTEM);
  }

  /** One customer for each, in the order of their numbers. */
  private void open() {
    Cases cases = bean(Cases.class);
    Customers customers = bean(Customers.class);
    for (int i = 0; i < MATTERS; i++) {
      long customer =
          customers
              .meet(
                  Stranger.person(
                      "Customer " + i,
                      Channel.EMAIL,
                      "c" + i + "@bench.example",
                      Locale.UK,
                      ZoneOffset.UTC),
                  Actor.SYSTEM)
              .id();
      firstCustomer = i == 0 ? customer : firstCustomer;
      matters.add(cases.open(opened(customer, i), agent).asSubject());
    }
  }

  private NewCase opened(long customer, int number) {
    return new NewCase(
        brand.id(),
        team.id(),
        agent.id(),
        customer,
        "phone",
        "Matter " + number,
        "It broke.",
        null,
        null,
        null,
        true,
        Promise.Kind.CONTACT,
        "we ring",
        now.plus(Duration.ofDays(5)),
        agent.actor());
  }

  private void give(long from, long upTo) {
    sql.sql("set local statement_timeout = '120s'").update();
    sql.sql(GIVEN)
        .param("first", matters.getFirst().id())
        .param("matters", MATTERS)
        .param("customer", firstCustomer)
        .param("brand", brand.id())
        .param("team", team.id())
        .param("remedy", refund.id())
        .param("product", product())
        .param("agent", agent.id())
        .param("limit", limit.id())
        .param("since", Sql.at(limit.from()))
        .param("now", Sql.at(now))
        .param("from", from)
        .param("to", upTo)
        .update();
  }

  /** What the limits count is what was given. */
  private void used() {
    bean(Acts.class)
        .run(() -> {
          sql.sql("set local statement_timeout = '120s'").update();
          sql.sql(
                  """
                  insert into authority_use (line_id, scope, key_kind, key_id, begins, used_minor)
                  select :line, 'matter', subject_kind, subject_id, date '0001-01-01', sum(amount_minor)
                  from remedy_grant group by subject_kind, subject_id
                  """)
              .param("line", limit.lineId())
              .update();
        });
  }

  Viewer agent() {
    return agent;
  }

  long refund() {
    return refund.id();
  }

  Subject matter(int number) {
    return matters.get(number % MATTERS);
  }

  Wanted money(long minor) {
    return Wanted.of(refund.id(), new Money(minor, "GBP"), "Measured.")
        .because("c1", Severity.MEDIUM);
  }

  Wanted unit(SplittableRandom random) {
    long unit = bean(Goods.class).units("U-" + random.nextInt(UNITS)).getFirst().id();
    return Wanted.of(replacement.id(), null, "Measured.")
        .unit(unit, null)
        .because("c1", Severity.MEDIUM);
  }
}
