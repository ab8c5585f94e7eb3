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
import amends.remedies.Arrivals;
import amends.remedies.Authority;
import amends.remedies.Catalogue;
import amends.remedies.Causes;
import amends.remedies.Limit;
import amends.remedies.NewLimit;
import amends.remedies.NewRemedy;
import amends.remedies.Remedies;
import amends.remedies.Remedy;
import amends.remedies.RemedyCheck;
import amends.remedies.Severity;
import amends.remedies.Wanted;
import amends.remedies.fulfilment.Attempt;
import amends.remedies.fulfilment.Tries;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Money;
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
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house that has given a great many remedies, and the cases in which more are asked for. */
final class Giving {
  private static final int MATTERS = 400;
  private static final int UNITS = 5_000;

  /** Every kind of remedy by every cause, once. */
  private static final int SAMPLES = 12;

  /** So many are given by the program and written as tables, and must be the same. */
  private static final int COMPARED = 5 * SAMPLES;

  private static final int LONGEST_CHECK = 90;

  private final ApplicationContext context;
  private final InstantSource clock;
  private final List<Subject> matters = new ArrayList<>();
  private final Viewer agent;
  private final Viewer lead;
  private final Remedy refund;
  private final Remedy repair;
  private final Remedy replacement;
  private final Team team;
  private final Brand brand;
  private long firstCustomer;

  Giving(ApplicationContext context) {
    this.context = context;
    this.clock = bean(InstantSource.class);
    Staff staff = bean(Staff.class);
    brand =
        staff.addBrand(
            new NewBrand("Bench", "help@bench.example", Locale.UK, ZoneOffset.UTC), Actor.SYSTEM);
    team = staff.addTeam("Desk", null, Actor.SYSTEM);
    agent = person(staff, "Agnes", Role.AGENT);
    lead = person(staff, "Lena", Role.LEAD);
    bean(Goods.class).enterProducts(List.of(new ProductSheet("P", "Product", null)), Actor.SYSTEM);
    refund = remedy("refund", Remedy.Kind.REFUND, null);
    repair = remedy("repair", Remedy.Kind.REPAIR, new Money(1, "GBP"));
    replacement = remedy("new", Remedy.Kind.REPLACEMENT, new Money(900, "GBP"));
    limit(Role.AGENT, 10_000, 1_000_000_000L);
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
                LONGEST_CHECK,
                cost,
                cost == null ? null : product(),
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

  private void limit(Role role, long most, @Nullable Long more) {
    bean(Authority.class)
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

  /**
   * @param owner may drop indexes and make them again
   */
  void fill(int grants, Connection owner, Consumer<String> progress) {
    for (int i = 0; i < 3; i++) {
      bean(Causes.class).keep("c" + i, "Cause " + i, Actor.SYSTEM);
    }
    units();
    open();
    var ground = new Footprint.Ground(bean(JdbcClient.class), bean(Acts.class), Given.TABLES);
    var given = new Given(owner, numbers(), progress);
    Map<String, Long> before = ground.marks();
    for (int n = 0; n < SAMPLES; n++) {
      give(n, matter(n));
    }
    given.sample(before);
    before = ground.marks();
    given.few(COMPARED, grants);
    Footprint written = ground.since(before);
    before = ground.marks();
    for (int n = 0; n < COMPARED; n++) {
      give(n, matter(n / 5));
    }
    ground.since(before).mustEqual(written);
    given.rest(COMPARED, grants);
    for (long wrong : given.end()) {
      bean(Arrivals.class)
          .note(wrong, RemedyCheck.Result.DOES_NOT_WORK, "It broke.", agent.actor());
    }
  }

  private Map<String, Object> numbers() {
    return Map.of(
        "samples", SAMPLES,
        "matters", MATTERS,
        "first_matter", matters.getFirst().id(),
        "first_customer", firstCustomer);
  }

  /** One remedy as the program gives it, and the back office does it. */
  private void give(int number, Subject matter) {
    Wanted wanted =
        number % 3 == 0
            ? Wanted.of(repair.id(), null, "Given.")
            : Wanted.of(refund.id(), new Money(1, "GBP"), "Given.");
    String cause = number % 4 == 3 ? null : "c" + number % 4;
    long grant =
        bean(Remedies.class).grant(matter, wanted.because(cause, Severity.MEDIUM), "", agent).id();
    Attempt attempt = Objects.requireNonNull(bean(Tries.class).see(grant, lead).last());
    bean(Tries.class)
        .done(attempt.id(), new Tries.Elsewhere("Receipt", clock.instant(), null, null), lead);
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
        clock.instant().plus(Duration.ofDays(5)),
        agent.actor());
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
