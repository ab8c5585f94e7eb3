package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.cases.Forewarnings.Notice;
import amends.cases.Forewarnings.Prepared;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Stranger;
import amends.messages.Connection;
import amends.messages.Connections;
import amends.messages.Medium;
import amends.messages.Suppressions;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.promises.Risks;
import amends.shared.Actor;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customer hears of it from us, before the moment that was promised. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForewarningsTest {
  private static final Notice NOTICE =
      new Notice(
          "The mechanic has fallen ill.", "Or another mechanic.", null, Duration.ofHours(24));

  @Autowired Cases cases;
  @Autowired Forewarnings forewarnings;
  @Autowired Ledger ledger;
  @Autowired Promises promises;
  @Autowired Risks risks;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Connections connections;
  @Autowired Suppressions suppressions;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Fernhill world;
  private long absence = 1;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  @Test
  void fortyPromisesOfSomebodyWhoIsAwayHaveTheirNoticesInUnderASecond() {
    List<Long> opened = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Customer customer = world.customer("Customer " + i, "c" + i + "@example.org");
      opened.add(Dangers.opened(cases, world, customer, in(20).plusSeconds(60L * i)));
    }
    long cause = away(40);

    long began = System.nanoTime();
    List<Prepared> all = forewarnings.prepared(Risks.Kind.ABSENCE, cause, NOTICE, world.hanna);
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    List<Prepared> prepared = all.stream().filter(p -> opened.contains(p.caseId())).toList();
    assertThat(prepared).hasSize(40).allMatch(p -> p.hindrance() == null);
    assertThat(took).isLessThan(Duration.ofSeconds(1));
    assertThat(prepared.getFirst().letter())
        .contains("The mechanic has fallen ill.", "Or another mechanic.");
    assertThat(prepared.getFirst().anew())
        .isEqualTo(prepared.getFirst().dueAt().plus(Duration.ofHours(24)));

    Forewarnings.Told told =
        forewarnings.tell(Risks.Kind.ABSENCE, cause, NOTICE, all(prepared), world.hanna);
    assertThat(told).isEqualTo(new Forewarnings.Told(40, java.util.Map.of()));
    assertThat(moved(opened)).isEqualTo(40);
    assertThat(messages(opened)).isEqualTo(40);
    assertThat(risks.of(List.copyOf(all(prepared)))).isEmpty();
  }

  @Test
  void whoCannotBeWrittenToStaysInDangerWithTheReason() {
    Customer nobody =
        customers.meet(
            amends.customers.Stranger.person(
                "Una Reached",
                amends.customers.Channel.PHONE,
                "+44 20 7946 0958",
                java.util.Locale.UK,
                Fernhill.LONDON),
            amends.shared.Actor.SYSTEM);
    long id = Dangers.opened(cases, world, nobody, in(20));
    long cause = away(1);

    List<Prepared> prepared = forewarnings.prepared(Risks.Kind.ABSENCE, cause, NOTICE, world.hanna);
    Prepared una = prepared.stream().filter(p -> p.caseId() == id).findFirst().orElseThrow();
    assertThat(una.hindrance()).isEqualTo("cases.forewarn.no-way");
    assertThat(una.telephone()).isNotNull();
    Forewarnings.Told told =
        forewarnings.tell(Risks.Kind.ABSENCE, cause, NOTICE, Set.of(una.promise()), world.hanna);
    assertThat(told.told()).isZero();
    assertThat(told.left()).containsKey(una.promise());
    assertThat(risks.of(List.of(una.promise()))).isNotEmpty();
  }

  @Test
  void whatIsDueSoonGoesWhereItRingsAndNothingGoesByPost() {
    connectTexts();
    Customer ruth = world.customer("Ruth Rings", "rings@adeyemi.example");
    customers.addContact(ruth.id(), Channel.SMS, "+447700900777", Actor.SYSTEM);
    long soon = Dangers.opened(cases, world, ruth, in(2));
    long later = Dangers.opened(cases, world, ruth, in(20));
    Customer posted =
        customers.meet(
            Stranger.person("Wilma", Channel.LETTER, "1 Mill Lane", Locale.UK, Fernhill.LONDON),
            Actor.SYSTEM);
    long byPost = Dangers.opened(cases, world, posted, in(20));
    long cause = away(3);

    List<Prepared> all = forewarnings.prepared(Risks.Kind.ABSENCE, cause, NOTICE, world.hanna);
    assertThat(medium(all, soon)).isEqualTo(Medium.SMS);
    assertThat(medium(all, later)).isEqualTo(Medium.EMAIL);
    assertThat(one(all, byPost).hindrance()).isEqualTo("cases.forewarn.no-way");

    forewarnings.tell(Risks.Kind.ABSENCE, cause, NOTICE, all(all), world.hanna);
    assertThat(sentBy(soon)).isEqualTo("sms");
    assertThat(sentBy(later)).isEqualTo("email");
    assertThat(risks.of(List.of(one(all, byPost).promise()))).isNotEmpty();
  }

  @Test
  void whereMailMayNotGoATextIsTriedAndWithoutOneANumberToRing() {
    connectTexts();
    Customer stella = world.customer("Stella Stops", "stops@adeyemi.example");
    customers.addContact(stella.id(), Channel.SMS, "+447700900778", Actor.SYSTEM);
    Customer mona = world.customer("Mona Mailonly", "mailonly@adeyemi.example");
    customers.addContact(mona.id(), Channel.PHONE, "+442079460959", Actor.SYSTEM);
    suppressions.suppress(Medium.EMAIL, "stops@adeyemi.example", "stop", Actor.SYSTEM);
    suppressions.suppress(Medium.EMAIL, "mailonly@adeyemi.example", "complaint", Actor.SYSTEM);
    long texted = Dangers.opened(cases, world, stella, in(20));
    long rung = Dangers.opened(cases, world, mona, in(20));
    long cause = away(2);

    List<Prepared> all = forewarnings.prepared(Risks.Kind.ABSENCE, cause, NOTICE, world.hanna);
    assertThat(medium(all, texted)).isEqualTo(Medium.SMS);
    assertThat(one(all, rung).hindrance()).isEqualTo("cases.forewarn.no-way");
    assertThat(one(all, rung).telephone()).isEqualTo("+442079460959");

    forewarnings.tell(
        Risks.Kind.ABSENCE, cause, NOTICE, Set.of(one(all, texted).promise()), world.hanna);
    assertThat(sentBy(texted)).isEqualTo("sms");
    assertThat(moved(List.of(texted))).isEqualTo(1);
  }

  private void connectTexts() {
    if (connections.all().isEmpty()) {
      connections.add(
          new Connection.Draft(
              "twilio",
              "Texts",
              null,
              "http://127.0.0.1:1/",
              "AC0123456789abcdef0123456789abcdef",
              "+447700900001",
              "0123456789abcdef0123456789abcdef",
              60),
          world.admin.actor());
    }
  }

  private static Prepared one(List<Prepared> all, long id) {
    return all.stream().filter(p -> p.caseId() == id).findFirst().orElseThrow();
  }

  private static Medium medium(List<Prepared> all, long id) {
    return Objects.requireNonNull(one(all, id).way()).medium();
  }

  private String sentBy(long id) {
    return sql.sql("select channel from message where about_kind = 'case' and about_id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  @Test
  void aNoticeSaysWhyAndGoesToThoseWhoWereTicked() {
    Dangers.opened(cases, world, world.ruth(), in(20));
    long other = Dangers.opened(cases, world, world.oskar(), in(21));
    long cause = away(2);
    Notice silent = new Notice(" ", "", null, Duration.ofHours(24));
    List<Prepared> prepared = forewarnings.prepared(Risks.Kind.ABSENCE, cause, NOTICE, world.hanna);

    assertThatThrownBy(
            () -> forewarnings.tell(Risks.Kind.ABSENCE, cause, silent, all(prepared), world.hanna))
        .hasMessage("cases.refusal.no-why-moved");
    assertThatThrownBy(
            () -> forewarnings.tell(Risks.Kind.ABSENCE, cause, NOTICE, Set.of(), world.hanna))
        .hasMessage("cases.forewarn.refusal.none");
    Set<Long> one =
        prepared.stream()
            .filter(p -> p.caseId() == other)
            .map(Prepared::promise)
            .collect(Collectors.toSet());
    assertThat(forewarnings.tell(Risks.Kind.ABSENCE, cause, NOTICE, one, world.hanna).told())
        .isEqualTo(1);
    assertThat(moved(List.of(other))).isEqualTo(1);
  }

  @Test
  void theWorkshopSeesNothingOfIt() {
    Dangers.opened(cases, world, world.ruth(), in(20));
    long cause = away(1);
    assertThat(forewarnings.prepared(Risks.Kind.ABSENCE, cause, NOTICE, world.sam)).isEmpty();
    assertThat(forewarnings.causes(world.sam)).isEmpty();
    assertThat(ledger.lines(asked(Ledger.State.OWED), world.sam)).isEmpty();
  }

  @Test
  void theLedgerCountsByTheMomentThatWasPromisedFirst() {
    Instant from = clock.instant();
    Ledger.Kept before = ledger.kept(from, in(1000), null, world.hanna);
    long id = Dangers.opened(cases, world, world.ruth(), in(50));
    long cause = away(1);
    forewarnings.tell(
        Risks.Kind.ABSENCE,
        cause,
        NOTICE,
        all(forewarnings.prepared(Risks.Kind.ABSENCE, cause, NOTICE, world.hanna)),
        world.hanna);
    Promise anew =
        promises.about(Case.subject(id)).stream().filter(Promise::owed).findFirst().orElseThrow();

    Ledger.Kept after = ledger.kept(from, in(1000), null, world.hanna);
    assertThat(after.kept()).isEqualTo(before.kept());
    assertThat(after.moved()).isGreaterThan(before.moved());
    assertThat(ledger.lines(asked(Ledger.State.OWED), world.hanna))
        .filteredOn(line -> line.id() == anew.id())
        .first()
        .satisfies(line ->
            assertThat(line.firstDueAt()).isEqualTo(anew.dueAt().minus(Duration.ofHours(24))));
  }

  private static Ledger.Asked asked(Ledger.State state) {
    return new Ledger.Asked(state, null, null, null);
  }

  /** Priya is away; at least so many promises are in danger. */
  private long away(int atLeast) {
    long cause = ++absence;
    List<Promise> endangered =
        risks.awayFrom(
            world.priya.id(),
            clock.instant(),
            in(60),
            new Risks.Cause(Risks.Kind.ABSENCE, cause, ""),
            world.hanna.actor());
    assertThat(endangered).hasSizeGreaterThanOrEqualTo(atLeast);
    return cause;
  }

  private static Set<Long> all(List<Prepared> prepared) {
    return prepared.stream().map(Prepared::promise).collect(Collectors.toSet());
  }

  private int moved(List<Long> ids) {
    return count(
        "select count(*) from promise where moved_at is not null and subject_kind = 'case' and subject_id = any(:ids)",
        ids);
  }

  private int messages(List<Long> ids) {
    return count(
        "select count(*) from message where direction = 'out' and about_kind = 'case' and about_id = any(:ids)",
        ids);
  }

  private int count(String query, List<Long> ids) {
    return sql.sql(query).param("ids", ids.toArray(Long[]::new)).query(Integer.class).single();
  }

  private Instant in(int hours) {
    return clock.instant().plus(Duration.ofHours(hours));
  }
}
