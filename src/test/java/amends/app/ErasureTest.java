package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.cases.Search;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Erasures;
import amends.customers.Exports;
import amends.customers.Holds;
import amends.customers.Need;
import amends.customers.Obstacle;
import amends.journal.Journal;
import amends.journal.Recorded;
import amends.messages.PostOffice;
import amends.shared.Actor;
import amends.shared.Check;
import amends.shared.Duty;
import amends.shared.Refusal;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A customer whose every word carries a canary is erased, and then every column of every table is
 * looked through for it. A new table that holds words is found by itself: it fails here until
 * {@link Canary} has a row in it, or says that nothing of customers is ever in it.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {
  @Autowired ApplicationContext context;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Erasures erasures;
  @Autowired Retention retention;
  @Autowired Exports exports;
  @Autowired Holds holds;
  @Autowired List<Duty> duties;
  @Autowired Search search;
  @Autowired Permits permits;
  @Autowired Journal journal;
  @Autowired List<Check> checks;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Fernhill world;
  private PostOffice post;
  private Canary canary;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    post = new PostOffice(context);
    canary = new Canary(sql, clock);
  }

  @AfterAll
  void closed() {
    post.close();
  }

  private Actor admin() {
    return world.admin.actor();
  }

  private long writes(String name) {
    post.lay(
        name + "@mail.example",
        "help@fernhill.example",
        """
        From: %1$s Quill <%1$s@mail.example>
        To: help@fernhill.example
        Subject: The jug of %1$s
        Message-ID: <%1$s-1@mail.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        I am %1$s and my jug broke.
        --b
        Content-Type: text/plain; name="%1$s.txt"
        Content-Disposition: attachment; filename="%1$s.txt"

        A list by %1$s.
        --b
        Content-Type: text/plain; name="leaflet.txt"
        Content-Disposition: attachment; filename="leaflet.txt"

        The leaflet that everybody has.
        --b--
        """
            .formatted(name));
    post.deliver();
    return customers.recognise(Channel.EMAIL, name + "@mail.example").orElseThrow().id();
  }

  @Test
  void nothingOfAnErasedCustomerIsLeftInAnyColumnOfAnyTable() {
    long other = writes("wombat");
    long customer = writes(Canary.WORD);
    canary.close(customer);
    canary.close(other);
    customers.need(
        customer,
        Need.Driver.HEALTH,
        "Reads large print, says " + Canary.WORD,
        Canary.WORD,
        clock.instant().plus(Duration.ofDays(5)),
        Actor.SYSTEM);
    canary.fill(customer, world);
    search.forgetWords(sql.sql("select id from amends_case").query(Long.class).list());
    assertThat(canary.tablesWithoutIt()).as("tables with words, without the canary").isEmpty();
    assertThat(canary.columns()).as("before").hasSizeGreaterThan(60);
    assertThat(search.find(Canary.WORD, permits.visible(world.admin), 10).nothing()).isFalse();

    List<Check.Finding> before = checks.stream().flatMap(c -> c.run().stream()).toList();

    erasures.ask(customer, admin());
    assertThatThrownBy(() -> erasures.confirm(customer, admin()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("same");
    erasures.confirm(customer, world.hanna.actor());

    assertThat(new TreeSet<>(canary.columns())).as("what still holds the word").isEmpty();
    assertThat(search.find(Canary.WORD, permits.visible(world.admin), 10).nothing()).isTrue();
    assertThat(customers.recognise(Channel.EMAIL, Canary.WORD + "@mail.example")).isEmpty();
    assertThat(journal.history(Customers.subject(customer)))
        .extracting(Recorded::kind)
        .contains("customer.erasure_asked", "customer.erased");
    assertThat(checks).flatExtracting(Check::run).isSubsetOf(before);
    // The leaflet is the other one's too, and so it stays; the other one's words are untouched.
    assertThat(canary.count("blob where position('leaflet' in encode(content, 'escape')) > 0"))
        .isGreaterThanOrEqualTo(1);
    assertThat(canary.count("message where position('wombat' in body) > 0")).isPositive();
    assertThatThrownBy(() -> erasures.ask(customer, admin())).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> customers.rename(customer, "Back again", admin()))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void anExportTellsAllOfThemAndNothingOfOthers() throws IOException {
    long customer = writes("plover");
    post.lay(
        "nosy@other.example",
        "help@fernhill.example",
        "From: Nosy Parker <nosy@other.example>\nTo: help@fernhill.example\nSubject: Hm\n"
            + "Message-ID: <n@other.example>\n\nNothing.\n");
    long note =
        sql.sql(
                """
                insert into note (case_id, words, written_by, written_at)
                select max(id), 'Her neighbour nosy@other.example called.', :me, :at from amends_case
                where customer_id = :customer returning id
                """)
            .param("me", world.priya.id())
            .param("at", amends.shared.Sql.at(clock.instant()))
            .param("customer", customer)
            .query(Long.class)
            .single();
    assertThat(note).isPositive();
    exports.ask(customer, admin());
    exports.ask(customer, admin());
    Duty making =
        duties.stream().filter(d -> d.name().equals("customer exports")).findFirst().orElseThrow();
    while (making.perform()) {
      // The next one.
    }
    assertThat(exports.of(customer)).hasSize(1);
    long id = exports.of(customer).getFirst().id();
    Map<String, String> files = unpacked(exports.fetch(customer, id, admin()).orElseThrow());
    assertThat(files.keySet())
        .contains("data.json", "index.html")
        .anyMatch(n -> n.endsWith(".eml"))
        .anyMatch(n -> n.endsWith("plover.txt"));
    assertThat(files.get("data.json"))
        .contains("I am plover and my jug broke.", "plover@mail.example", "Her neighbour")
        .doesNotContain("nosy@other.example", "Nosy");
    assertThat(files.get("index.html")).contains("my jug broke", "files/");
    assertThat(exports.fetch(customer + 1, id, admin())).isEmpty();
    clock.pass(Exports.KEPT);
    assertThat(exports.fetch(customer, id, admin())).isEmpty();
    making.perform();
    assertThat(canary.count("customer_export where file is not null")).isZero();
  }

  private static Map<String, String> unpacked(byte[] zip) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void aHoldWinsOverAnErasureUntilItIsLifted() {
    long customer = writes("siskin");
    canary.close(customer);
    erasures.ask(customer, admin());
    holds.set(customer, 0, "A claim", clock.instant().plus(Duration.ofDays(90)), admin());
    assertThatThrownBy(() -> erasures.confirm(customer, world.hanna.actor()))
        .isInstanceOf(Refusal.class);
    clock.pass(Duration.ofDays(1));
    holds.lift(customer, holds.of(customer).getFirst().id(), admin());
    erasures.confirm(customer, world.hanna.actor());
    assertThat(erasures.erasedAt(customer)).contains(clock.instant());
  }

  @Test
  void whatIsOpenStandsInTheWayAndARequestRunsOut() {
    long customer = writes("heron");
    assertThat(erasures.obstacles(customer)).extracting(Obstacle::kind).contains("case", "promise");
    assertThatThrownBy(() -> erasures.ask(customer, admin())).isInstanceOf(Refusal.class);
    canary.close(customer);
    assertThat(erasures.obstacles(customer)).isEmpty();
    erasures.ask(customer, admin());
    clock.pass(Erasures.TO_CONFIRM);
    assertThatThrownBy(() -> erasures.confirm(customer, world.hanna.actor()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not-asked");
  }

  @Test
  void whatIsOlderThanItsPeriodGoesUnlessItIsHeld() {
    retention.keep("drafts", 30, admin());
    long kept = draft("ibis");
    long gone = draft("crane");
    holds.set(kept, 0, "A claim", clock.instant().plus(Duration.ofDays(90)), admin());
    retention.perform();
    assertThat(drafts(gone)).isOne();
    clock.pass(Duration.ofDays(31));
    assertThat(retention.periods())
        .filteredOn(p -> p.kind().equals("drafts"))
        .extracting(Retention.Period::older)
        .allMatch(n -> n > 0);
    retention.perform();
    assertThat(drafts(gone)).isZero();
    assertThat(drafts(kept)).isOne();
    assertThatThrownBy(() -> retention.keep("drafts", -1, admin())).isInstanceOf(Refusal.class);
  }

  private long draft(String name) {
    long customer = writes(name);
    sql.sql(
            """
            insert into case_draft (case_id, person_id, mode, names, words, version, saved_at)
            select max(id), :me, 'note', '{}', '{}', 1, :at from amends_case
            where customer_id = :customer
            """)
        .param("me", world.priya.id())
        .param("at", amends.shared.Sql.at(clock.instant()))
        .param("customer", customer)
        .update();
    return customer;
  }

  private long drafts(long customer) {
    return canary.count(
        "case_draft where case_id in (select id from amends_case where customer_id = %d)"
            .formatted(customer));
  }

  @Test
  void whoComesBackWithABackupIsErasedAgain() {
    Customer customer = world.customer("Otter Reed", "otter@mail.example");
    Erasures.Erased before =
        new Erasures.Erased(customer.id(), customer.createdAt(), clock.instant());
    Erasures.Erased somebodyElse =
        new Erasures.Erased(customer.id(), customer.createdAt().minusSeconds(9), clock.instant());
    assertThat(erasures.again(somebodyElse, Actor.OPERATOR)).isFalse();
    assertThat(erasures.again(before, Actor.OPERATOR)).isTrue();
    assertThat(erasures.again(before, Actor.OPERATOR)).isFalse();
    assertThat(customers.customer(customer.id()).name()).doesNotContain("Otter");
  }
}
