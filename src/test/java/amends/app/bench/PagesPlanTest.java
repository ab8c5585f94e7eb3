package amends.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.CaseFiles;
import amends.cases.DeskCounts;
import amends.cases.Queue;
import amends.cases.Queue.Look;
import amends.cases.Search;
import amends.honesty.DraftText;
import amends.honesty.Finding;
import amends.honesty.Honesty;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.BoundedCheck;
import amends.shared.Check;
import amends.shared.Texts;
import amends.staff.Grant;
import amends.staff.NewBrand;
import amends.staff.NewPerson;
import amends.staff.Permits;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The shape of the plans at some ten thousand cases: no page reads a large table from end to end,
 * and what is due soon, unowned or said is found by the index that was made for it.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesPlanTest {
  private static final int CASES = 30_000;
  private static final int TEAMS = 24;

  @Autowired Staff staff;
  @Autowired Queue queue;
  @Autowired DeskCounts counts;
  @Autowired Search search;
  @Autowired CaseFiles files;
  @Autowired Permits permits;
  @Autowired Acts acts;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  @Autowired List<Check> checks;
  @Autowired Honesty honesty;
  @Autowired Texts texts;

  private final List<Viewer> viewers = new ArrayList<>();

  @BeforeAll
  void manyCases() throws SQLException {
    long brand =
        staff
            .addBrand(
                new NewBrand("Bench", "help@bench.example", Locale.ENGLISH, ZoneOffset.UTC),
                Actor.SYSTEM)
            .id();
    List<Long> teams = new ArrayList<>();
    List<Long> people = new ArrayList<>();
    for (int team = 0; team < TEAMS; team++) {
      teams.add(staff.addTeam("Team " + team, null, Actor.SYSTEM).id());
      for (int n = 0; n < 10; n++) {
        people.add(enter(teams.getLast(), team + "-" + n));
      }
    }
    staff.grant(people.getLast(), Grant.everywhere(Role.MANAGER), Actor.SYSTEM);
    viewers.add(staff.viewer(people.getFirst()).orElseThrow());
    viewers.add(staff.viewer(people.getLast()).orElseThrow());
    Map<String, Object> ground =
        Map.of(
            "brand",
            brand,
            "first_team",
            teams.getFirst(),
            "teams",
            TEAMS,
            "first_person",
            people.getFirst());
    try (Connection owner = AsOwner.connection()) {
      new Filling(ground, words -> {}).upTo(owner, CASES, clock.instant());
    }
  }

  private long enter(long team, String name) {
    Person person =
        staff.add(
            new NewPerson(name, name + "@bench.example", Locale.ENGLISH, ZoneOffset.UTC),
            Actor.SYSTEM);
    staff.join(person.id(), team, Actor.SYSTEM);
    staff.grant(person.id(), Grant.inTeam(Role.AGENT, team), Actor.SYSTEM);
    return person.id();
  }

  @Test
  void theQueueAndItsCountsReadNoLargeTableFromEndToEnd() {
    Map<String, Long> used = scans(() -> viewers.forEach(this::queues));
    assertThat(used).containsKeys("index case_warned", "index case_unowned", "index case_harm");
    assertThat(used.keySet()).noneMatch(name -> name.startsWith("table"));
  }

  /** As pages ask: by plans that were made for no values. */
  @Test
  void plansForAnyValuesOfTheQueueReadNoLargeTableEither() {
    Map<String, Long> used = scansOfPages(() -> viewers.forEach(this::queues));
    assertThat(used.keySet()).noneMatch(name -> name.startsWith("table"));
  }

  private void queues(Viewer viewer) {
    for (Queue.View view : Queue.View.values()) {
      Look look = new Look(view, viewer, permits.visible(viewer), clock.instant());
      counts.counts(look);
      queue.groups(look);
      queue.page(look, null, 51);
      queue.page(look, new Queue.Place(Queue.Part.RUNNING, clock.instant(), 0), 51);
      queue.part(look, Queue.Part.RUNNING, 1);
    }
  }

  @Test
  void aPageOfTheQueueLooksUpNoMoreThanItShows() {
    Viewer everywhere = viewers.getLast();
    Look look =
        new Look(Queue.View.UNOWNED, everywhere, permits.visible(everywhere), clock.instant());
    assertThat(queue.groups(look).values().stream().mapToInt(n -> n).sum()).isGreaterThan(100);
    assertThat(least("customer", () -> queue.page(look, null, 20))).isLessThanOrEqualTo(20);
    assertThat(least("customer", () -> queue.page(look, null, 20), this::reading))
        .isLessThanOrEqualTo(20);
  }

  @Test
  void aSearchReadsNoLargeTableFromEndToEnd() {
    List<String> typed =
        List.of(
            "order",
            "kettle water",
            "zyzzyva",
            "Mria Bertonn",
            "000123",
            "SN-00001234",
            "A-4000123",
            "C-1000123",
            "customer77@post.example",
            "kett");
    Map<String, Long> used =
        scans(() ->
            viewers.forEach(
                viewer -> typed.forEach(words -> search.find(words, permits.visible(viewer), 25))));
    assertThat(used)
        .containsKeys(
            "index case_text_words",
            "index customer_word_forms",
            "index customer_word_near",
            "index contact_point_ending",
            "index unit_ending",
            "index purchase_order_ending");
    assertThat(used.keySet()).noneMatch(name -> name.startsWith("table"));
  }

  @Test
  void seldomWordsAreFoundInTheOldestCasesToo() {
    long oldest = 1_001;
    String said =
        sql.sql("select split_part(happened, 'In short: ', 2) from amends_case where id = :id")
            .param("id", oldest)
            .query(String.class)
            .single();
    List<String> all = List.of(said.split("[ .]+", -1));
    String typed = String.join(" ", all.subList(5, 15));
    // The last word cut short is the beginning of one that many cases bear.
    for (String words : List.of(typed, typed + " rega")) {
      assertThat(search.find(words, permits.visible(viewers.getLast()), 25).cases())
          .as(words)
          .anyMatch(hit -> hit.row().id() == oldest);
    }
  }

  @Test
  void ofAWordThatAllCasesBearOnlyThoseOfTheViewerAreTakenUp() {
    for (Viewer viewer : viewers) {
      Runnable searched = () -> search.find("order", permits.visible(viewer), 25);
      assertThat(least("case_text", searched)).isBetween(25L, CASES / 10L);
    }
  }

  @Test
  void aCasePageReadsNoLargeTableFromEndToEnd() {
    Viewer everywhere = viewers.getLast();
    assertThat(scans(() -> files.of(1_000 + CASES / 2, everywhere)).keySet())
        .noneMatch(name -> name.startsWith("table"));
    assertThat(scansOfPages(() -> files.of(1_000 + CASES / 2, everywhere)).keySet())
        .noneMatch(name -> name.startsWith("table"));
  }

  /** Also by indexes: a plan for any values must not go through one from its end. */
  @Test
  void aCasePageReadsLittleMoreThanTheCase() {
    Viewer everywhere = viewers.getLast();
    long id = 1_000 + CASES / 2;
    assertThat(entries(() -> files.of(id, everywhere), acts::run)).isLessThan(500);
    assertThat(entries(() -> files.of(id, everywhere), this::reading)).isLessThan(500);
  }

  @Test
  void aPageOfTheQueueReadsLittleMoreThanItShowsByPlansForAnyValues() {
    for (Viewer viewer : viewers) {
      Look look = new Look(Queue.View.MINE, viewer, permits.visible(viewer), clock.instant());
      assertThat(entries(() -> queue.page(look, null, 51), this::reading)).isLessThan(2_000);
    }
    Viewer everywhere = viewers.getLast();
    for (Queue.View view : List.of(Queue.View.TEAM, Queue.View.UNOWNED, Queue.View.BROKEN)) {
      Look look = new Look(view, everywhere, permits.visible(everywhere), clock.instant());
      assertThat(entries(() -> queue.page(look, null, 51), this::reading))
          .as(view.name())
          .isLessThan(2_000);
    }
  }

  /** How many entries of indexes were read, the least of three times. */
  private long entries(Runnable work, Consumer<Runnable> acting) {
    long least = Long.MAX_VALUE;
    for (int time = 0; time < 3; time++) {
      long before = read();
      scans(work, acting);
      least = Math.min(least, read() - before);
    }
    return least;
  }

  private long read() {
    return sql.sql("select sum(idx_tup_read) from pg_stat_user_indexes").query(Long.class).single();
  }

  @Test
  void aCheckOfWhatCameSinceFetchesNoOtherCases() {
    List<BoundedCheck> ofCases =
        checks.stream()
            .filter(BoundedCheck.class::isInstance)
            .filter(check -> List.of("I4", "I15", "I17", "I19").contains(check.code()))
            .map(BoundedCheck.class::cast)
            .toList();
    assertThat(ofCases).hasSize(4);
    for (BoundedCheck check : ofCases) {
      long mark = check.head();
      long before = fetched("amends_case");
      acts.run(() -> {
        check.runSince(mark);
        sql.sql("select pg_stat_force_next_flush()").query((rs, n) -> n).list();
      });
      assertThat(fetched("amends_case") - before).as(check.code()).isLessThan(CASES / 2);
    }
  }

  @Test
  void aDraftIsHeldAgainstTheNewestCasesThatBearItsWords() {
    DraftText draft =
        DraftText.alone(
            "Your order with the kettle arrived broken and the water stays cold."
                + " This has never happened before.",
            Locale.ENGLISH,
            ZoneOffset.UTC,
            clock.instant());
    List<Finding> found = new ArrayList<>();
    Map<String, Long> used = scans(() -> found.addAll(honesty.check(draft, texts)));

    assertThat(found).anyMatch(finding -> !finding.evidence().isEmpty());
    assertThat(used.keySet()).noneMatch(name -> name.startsWith("table"));
    assertThat(least("case_text", () -> honesty.check(draft, texts))).isLessThan(CASES / 5);
  }

  /** Of three times: other connections may report what they did before in one of them. */
  private long least(String table, Runnable work) {
    return least(table, work, acts::run);
  }

  private long least(String table, Runnable work, Consumer<Runnable> acting) {
    long least = Long.MAX_VALUE;
    for (int time = 0; time < 3; time++) {
      long before = fetched(table);
      scans(work, acting);
      least = Math.min(least, fetched(table) - before);
    }
    return least;
  }

  private long fetched(String table) {
    return sql.sql(
            """
            select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
            from pg_stat_user_tables where relname = :table
            """)
        .param("table", table)
        .query(Long.class)
        .single();
  }

  /** Which indexes were asked, and which tables of some size were read whole. */
  private Map<String, Long> scans(Runnable work) {
    return scans(work, acts::run);
  }

  /** The same of an act that only reads. */
  private Map<String, Long> scansOfPages(Runnable work) {
    return scans(work, this::reading);
  }

  private void reading(Runnable work) {
    acts.read(() -> {
      work.run();
      return true;
    });
  }

  private Map<String, Long> scans(Runnable work, Consumer<Runnable> acting) {
    Map<String, Long> before = counted();
    acting.accept(() -> {
      work.run();
      sql.sql("select pg_stat_force_next_flush()").query((rs, n) -> n).list();
    });
    Map<String, Long> used = new TreeMap<>();
    counted()
        .forEach((name, count) -> {
          if (count > before.getOrDefault(name, 0L)) {
            used.put(name, count);
          }
        });
    return used;
  }

  private Map<String, Long> counted() {
    Map<String, Long> counted = new TreeMap<>();
    sql.sql(
            """
            select 'index ' || indexrelname as name, idx_scan as scans from pg_stat_user_indexes
            union all
            select 'table ' || relname, seq_scan from pg_stat_user_tables
            where n_live_tup > 5000
            """)
        .query(rs -> {
          counted.put(rs.getString("name"), rs.getLong("scans"));
        });
    return counted;
  }
}
