package amends.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import amends.app.MinuteChecks;
import amends.app.demo.FernhillWorld.Doors;
import amends.app.demo.FernhillWorld.Rooms;
import amends.cases.Breaches;
import amends.cases.Cases;
import amends.cases.Forewarnings;
import amends.cases.Queue;
import amends.complaints.Complaints;
import amends.complaints.Letters;
import amends.complaints.Switches;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.StopMarks;
import amends.journal.Sealer;
import amends.messages.Catcher;
import amends.messages.HeldKind;
import amends.messages.Messages;
import amends.messages.TestCourier;
import amends.messages.email.door.Door;
import amends.promises.Bookings;
import amends.promises.Disruptions;
import amends.remedies.Arrivals;
import amends.remedies.Authority;
import amends.remedies.Backings;
import amends.remedies.Catalogue;
import amends.remedies.Causes;
import amends.remedies.Offers;
import amends.remedies.Remedies;
import amends.remedies.fulfilment.Shipments;
import amends.remedies.fulfilment.Tries;
import amends.shared.Duty;
import amends.shared.Settings;
import amends.shared.Texts;
import amends.shared.WorkLine;
import amends.staff.FirstStart;
import amends.staff.Permits;
import amends.staff.SignIns;
import amends.staff.Staff;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import amends.time.Calendars;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FernhillWorldTest {
  /** Eight on a quiet machine; this one runs beside other things. */
  private static final Duration LONGEST = Duration.ofSeconds(40);

  @Autowired ApplicationContext context;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;
  @Autowired Messages messages;
  @Autowired MinuteChecks checks;
  @Autowired Sealer sealer;
  @Autowired SignIns signIns;

  private TestCourier courier;
  private FernhillWorld world;
  private Duration took;

  @BeforeAll
  void made() {
    Catcher catcher = bean(Catcher.class);
    courier = new TestCourier(context, catcher.open(0));
    world =
        new FernhillWorld(
            new Rooms(
                bean(Staff.class),
                bean(FirstStart.class),
                bean(Customers.class),
                bean(Goods.class),
                bean(Calendars.class)),
            new Desk(
                bean(Cases.class),
                bean(Queue.class),
                messages,
                bean(Permits.class),
                clock,
                new Desk.Formal(
                    bean(Switches.class),
                    bean(Complaints.class),
                    bean(Letters.class),
                    bean(Texts.class)),
                right(),
                new Elsewhere(
                    bean(Bookings.class),
                    bean(Disruptions.class),
                    bean(Forewarnings.class),
                    bean(Breaches.class))),
            new Doors(bean(Door.class), catcher, bean(Settings.class), checks),
            new Stagehand(sql, bean(AlarmClock.class), lines(), clock::set, () -> work(lines())),
            () -> {});
    long before = System.nanoTime();
    world.make();
    took = Duration.ofNanos(System.nanoTime() - before);
    while (sealer.perform()) {}
  }

  @AfterAll
  void closed() {
    courier.close();
    bean(Catcher.class).destroy();
  }

  private Right right() {
    return new Right(
        bean(Remedies.class),
        bean(Offers.class),
        bean(Backings.class),
        new Right.Shelf(
            bean(Catalogue.class),
            bean(Causes.class),
            bean(Authority.class),
            bean(Goods.class),
            bean(StopMarks.class)),
        new Right.Told(
            bean(Tries.class), bean(Shipments.class), context, clock, bean(Arrivals.class)));
  }

  private void work(List<WorkLine> lines) {
    for (WorkLine line : lines) {
      if (line.rows().depth().ready() > 0) {
        switch (line.name()) {
          case "inbound" -> reading().perform();
          case "delivery" -> courier.perform();
          default -> {}
        }
      }
    }
  }

  private Duty reading() {
    return context.getBeanProvider(Duty.class).stream()
        .filter(duty -> duty.name().equals("mail reading"))
        .findFirst()
        .orElseThrow();
  }

  private List<WorkLine> lines() {
    return context.getBeanProvider(WorkLine.class).stream().toList();
  }

  private <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Test
  void holdsACaseInEveryState() {
    assertThat(cases("true")).isBetween(15L, 22L);
    assertThat(cases("closed_at is null and owner_id is null and waiting is null"))
        .as("new, nobody's")
        .isGreaterThanOrEqualTo(2);
    assertThat(cases("broken_at is not null")).as("broken").isEqualTo(1);
    assertThat(cases("waiting = 'customer' and settled_at is null")).as("waiting").isEqualTo(1);
    assertThat(cases("customer_knows_at is null")).as("opened before they know").isEqualTo(1);
    assertThat(cases("settled_at is not null and closed_at is null")).as("settled").isEqualTo(2);
    assertThat(cases("closed_at is not null")).as("closed").isEqualTo(5);
    assertThat(count("handover")).as("handed over").isEqualTo(1);
    assertThat(count("reopening")).as("taken up again").isEqualTo(1);
    assertThat(sql.sql("select how from closure where undone_at is null").query(String.class).set())
        .containsExactlyInAnyOrder("right", "tried", "duplicate");
    assertThat(sql.sql("select outcome from settlement").query(String.class).set())
        .contains("made_right", "refused", "duplicate");
    assertThat(promises("broken_at is not null and made_good_at is not null"))
        .as("made good late: an answer, and a parcel")
        .isEqualTo(2);
    assertThat(promises("warned_at is not null and kept_at is null and broken_at is null"))
        .as("due soon")
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void holdsARemedyInEveryStateARequestAnOfferAndTheLotThatIsStopped() {
    assertThat(grants("done_at is not null")).as("done").isEqualTo(3);
    assertThat(grants("failed_at is not null")).as("failed").isEqualTo(1);
    assertThat(grants("unknown_at is not null")).as("unknown").isEqualTo(1);
    assertThat(grants("unsafe_at is not null")).as("no longer safe").isEqualTo(1);
    assertThat(grants("interim and done_at is null")).as("interim").isEqualTo(1);
    assertThat(count("remedies_v_request where open")).isEqualTo(1);
    assertThat(count("remedies_v_offer where open")).isEqualTo(1);
    assertThat(count("remedy_backing where lesson is not null")).isEqualTo(1);
    assertThat(count("goods_v_stopped")).as("the three jugs of the lot").isEqualTo(3);
    assertThat(
            promises(
                "kind = 'check' and kept_at is null and due_at < cast('%s' as timestamptz) + interval '36 hours'"
                    .formatted(clock.instant())))
        .as("the look a week later is due")
        .isEqualTo(1);
  }

  @Test
  void holdsBookingsInEveryState() {
    assertThat(bookings("p.owed")).as("ahead").isEqualTo(3);
    assertThat(bookings("p.kept_at is not null")).as("kept").isEqualTo(1);
    assertThat(bookings("p.made_good_at is not null")).as("late").isEqualTo(1);
    assertThat(bookings("b.cancelled_by = 'customer'")).as("cancelled").isEqualTo(1);
    assertThat(bookings("b.promise_id is null and b.waits_for is null"))
        .as("waits for Sam's word")
        .isEqualTo(1);
    assertThat(bookings("b.waits_for is not null and b.met_at is null"))
        .as("begins with something")
        .isEqualTo(1);
    assertThat(bookings("p.subject_kind = 'case'")).as("told, and goes on in a case").isEqualTo(1);
    assertThat(count("promises_v_risk where kind = 'disruption'"))
        .as("in danger, and nobody told yet")
        .isEqualTo(1);
    assertThat(count("moment_offer where chosen_at is null")).as("to choose from").isEqualTo(2);
    assertThat(count("case_guarantee where case_id is null"))
        .as("a breach without a case: the parcel that was late")
        .isEqualTo(1);
    assertThat(count("case_guarantee where case_id is not null and answered_at is null"))
        .as("and one in a case: nobody rang")
        .isEqualTo(1);
  }

  private long bookings(String which) {
    return count(
        "promises_v_booking b left join promises_v_promise p on p.id = b.promise_id where "
            + which);
  }

  private long grants(String condition) {
    return count("remedy_grant where " + condition);
  }

  @Test
  void holdsMailThatAPersonHasToLookAt() {
    assertThat(messages.held(HeldKind.QUARANTINE, null, 10)).hasSize(1);
    assertThat(messages.held(HeldKind.TRAY, null, 10)).hasSize(3);
    assertThat(count("attachment")).isEqualTo(1);
  }

  @Test
  void everyCheckHolds() {
    checks.perform();
    assertThat(checks.last().checks()).flatExtracting(MinuteChecks.Held::findings).isEmpty();
    assertThat(checks.allIsWell()).isTrue();
  }

  @Test
  void theHealthPageSaysHowItStands() throws Exception {
    long ada = bean(Staff.class).findByEmail("ada.birch@fernhill.example").orElseThrow().id();
    String page =
        mvc.perform(get("/system").with(As.person(ada)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page)
        .contains("No mail server takes outgoing mail")
        .contains("Every open case has an owner and a next moment.")
        .contains("All promises guarded")
        .doesNotContain("Stuck work");
  }

  @Test
  void everythingThatWasWrittenWasSent() {
    long out = sql.sql("select count(*) from delivery").query(Long.class).single();
    assertThat(out).isGreaterThan(25);
    assertThat(count("caught_mail")).isEqualTo(out);
  }

  @Test
  void everybodyCanSignIn() {
    assertThat(world.list())
        .hasSize(6)
        .allSatisfy(one ->
            assertThat(signIns.signIn(one.email(), one.password(), "127.0.0.1"))
                .isInstanceOf(SignIns.Outcome.Welcome.class));
  }

  @Test
  void aSecondStartAddsNothing() {
    long before = count("journal_entry");
    world.make();
    assertThat(count("journal_entry")).isEqualTo(before);
  }

  @Test
  void isMadeInAFewSeconds() {
    assertThat(took).isLessThan(LONGEST);
  }

  private long cases(String which) {
    return sql.sql("select count(*) from amends_case where " + which).query(Long.class).single();
  }

  private long promises(String which) {
    return sql.sql("select count(*) from promise where " + which).query(Long.class).single();
  }

  private long count(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }
}
