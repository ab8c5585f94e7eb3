package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import amends.cases.Cases;
import amends.cases.NewCase;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.NewStop;
import amends.goods.ProductSheet;
import amends.goods.StopMark;
import amends.goods.StopMarks;
import amends.goods.UnitSheet;
import amends.journal.Sealer;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.remedies.Limit.OfRole;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Check;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the tests of remedies share: Fernhill with its limits, its catalogue and two lots of jugs,
 * and a look at every check after each test.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Righting {
  static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);

  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Goods goods;
  @Autowired StopMarks marks;
  @Autowired Catalogue catalogue;
  @Autowired Causes causes;
  @Autowired Authority authority;
  @Autowired Remedies remedies;
  @Autowired Requests requests;
  @Autowired Offers offers;
  @Autowired Backings backings;
  @Autowired Suspicions suspicions;
  @Autowired Safety safety;
  @Autowired Interims interims;
  @Autowired Arrivals arrivals;
  @Autowired Fairness fairness;
  @Autowired Costs costs;
  @Autowired Promises promises;
  @Autowired AlarmClock alarmClock;
  @Autowired Sealer sealer;
  @Autowired List<Check> checks;
  @Autowired Acts acts;
  @Autowired ApplicationEventPublisher events;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  Fernhill world;
  Viewer priya;
  Viewer tom;
  Viewer hanna;

  /** Manages everything, and approves what Hanna may not. */
  Viewer mira;

  Remedy refund;
  Remedy credit;
  Remedy jug;
  Remedy loan;
  Remedy note;
  Remedy sorry;
  int strangers;
  int weeks;

  @BeforeAll
  void house() {
    world = new Fernhill(staff, customers);
    priya = world.priya;
    tom = world.tom;
    hanna = world.hanna;
    mira = manager("mira");
    limits();
    jugs();
    shelf();
  }

  Viewer manager(String name) {
    Person person =
        staff.add(
            new NewPerson(name, name + "@fernhill.example", Locale.UK, Fernhill.LONDON),
            Actor.SYSTEM);
    staff.grant(person.id(), Grant.everywhere(Role.MANAGER), Actor.SYSTEM);
    return staff.viewer(person.id()).orElseThrow();
  }

  private void limits() {
    limit(Role.AGENT, 15_000, 20_000L, 20_000L, 500_000L);
    limit(Role.LEAD, 50_000, null, null, null);
    limit(Role.MANAGER, 500_000, null, null, null);
  }

  private void limit(
      Role role, long grant, @Nullable Long matter, @Nullable Long day, @Nullable Long period) {
    authority.set(
        new NewLimit(
            new OfRole(role),
            null,
            "GBP",
            grant,
            matter,
            day,
            period,
            Limit.Period.MONTH,
            120,
            null),
        Actor.SYSTEM);
  }

  private void jugs() {
    goods.enterProducts(List.of(new ProductSheet("JUG", "Glass jug", null)), Actor.SYSTEM);
    goods.enterUnits(
        List.of(
            new UnitSheet("JUG", "J-001", "L1", null),
            new UnitSheet("JUG", "J-002", "L1", null),
            new UnitSheet("JUG", "J-003", "L1", null),
            new UnitSheet("JUG", "J-101", "L2", null),
            new UnitSheet("JUG", "J-102", "L2", null),
            new UnitSheet("JUG", "J-103", "L2", null)),
        Actor.SYSTEM);
  }

  private void shelf() {
    refund = remedy("refund", Remedy.Kind.REFUND, null);
    credit = remedy("credit", Remedy.Kind.CREDIT, null);
    jug = remedy("new-jug", Remedy.Kind.REPLACEMENT, gbp(2_450));
    note = remedy("note", Remedy.Kind.NOTE, gbp(300));
    loan =
        catalogue.add(draft("loan-jug", Remedy.Kind.LOAN, true, gbp(500), List.of()), Actor.SYSTEM);
    sorry =
        catalogue.add(
            draft("sorry", Remedy.Kind.PACKAGE, false, null, List.of(credit.id(), note.id())),
            Actor.SYSTEM);
    causes.keep("breaks", "It breaks", Actor.SYSTEM);
  }

  Remedy remedy(String code, Remedy.Kind kind, @Nullable Money cost) {
    return catalogue.add(draft(code, kind, false, cost, List.of()), Actor.SYSTEM);
  }

  NewRemedy draft(
      String code, Remedy.Kind kind, boolean interim, @Nullable Money cost, List<Long> parts) {
    Long product = kind.isUnit() ? goods.product("JUG").orElseThrow().id() : null;
    return new NewRemedy(
        code,
        kind,
        interim,
        kind.isUnit() ? 2 : 0,
        0,
        7,
        cost,
        product,
        null,
        null,
        LONG_AGO,
        null,
        Map.of("en", new Remedy.Words(code, "You get it.", "")),
        parts);
  }

  /** Each test has a week of its own: what was stopped in one is not stopped in the next. */
  @BeforeEach
  void anotherWeek() {
    clock.set(TestClock.START.plus(Duration.ofDays(7L * weeks++)));
  }

  @AfterEach
  void everythingHolds() {
    ring();
    while (sealer.perform()) {}
    assertThat(checks).flatExtracting(Check::run).isEmpty();
  }

  void ring() {
    while (alarmClock.perform()) {}
  }

  static Money gbp(long minor) {
    return new Money(minor, "GBP");
  }

  /** A case of somebody new. */
  Subject matter() {
    strangers++;
    return matterOf(
        world.customer("Ivo Marsh " + strangers, "ivo" + strangers + "@marsh.example").id());
  }

  Subject matterOf(long customer) {
    NewCase jug = world.brokenJug(clock.instant());
    NewCase opened =
        new NewCase(
            jug.brandId(),
            jug.teamId(),
            jug.ownerId(),
            customer,
            jug.channel(),
            jug.subject(),
            jug.happened(),
            null,
            null,
            null,
            true,
            jug.next(),
            jug.nextWords(),
            jug.nextDueAt(),
            jug.openedBy());
    return cases.open(opened, priya).asSubject();
  }

  Wanted pounds(long minor) {
    return Wanted.of(refund.id(), gbp(minor), "The jug was in two pieces.");
  }

  RemedyGrant give(Subject about, long minor) {
    return remedies.grant(about, pounds(minor), "", priya);
  }

  long unit(String serial) {
    return goods.unit(serial).orElseThrow().id();
  }

  Wanted newJug(String serial) {
    return Wanted.of(jug.id(), null, "It broke again.").unit(unit(serial), null);
  }

  StopMark stop(@Nullable String lot, @Nullable String serial) {
    return marks.set(
        new NewStop(
            "JUG", lot, serial, StopMark.Reason.DANGER, "The handle comes off.", "Report 14"),
        hanna.actor());
  }

  void leaves(RemedyGrant grant) {
    acts.run(() -> {
      safety.holdToShip(grant.id());
      done(grant);
    });
  }

  void done(RemedyGrant grant) {
    acts.run(() ->
        events.publishEvent(
            new RemedyDone(grant.id(), clock.instant(), Subject.of("attempt", grant.id()))));
  }

  void failed(RemedyGrant grant) {
    acts.run(() -> events.publishEvent(new RemedyFailed(grant.id(), clock.instant(), "refused")));
  }

  RemedyGrant now(RemedyGrant grant) {
    return remedies.find(grant.id()).orElseThrow();
  }

  Promise look(RemedyGrant grant) {
    return promises.promise(Objects.requireNonNull(grant.checkPromiseId()));
  }

  long count(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }

  static Refusal refused(ThrowingCallable act) {
    return Objects.requireNonNull(catchThrowableOfType(Refusal.class, act));
  }

  Instant in(int hours) {
    return clock.instant().plusSeconds(hours * 3_600L);
  }

  /** From now on only these two may know of it. */
  void restrict(Subject about) {
    sql.sql(
            """
            update amends_case set named_only = array[:priya, :tom]::bigint[], restricted = true
            where id = :id
            """)
        .param("priya", priya.id())
        .param("tom", tom.id())
        .param("id", about.id())
        .update();
  }

  void open(Subject about) {
    sql.sql("update amends_case set named_only = null, restricted = false where id = :id")
        .param("id", about.id())
        .update();
  }
}
