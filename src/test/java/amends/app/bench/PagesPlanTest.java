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
import amends.staff.Visible;
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
  private Reads reads;

  @BeforeAll
  void manyCases() throws SQLException {
    reads = new Reads(sql, acts);
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
    Map<String, Long> used = reads.scans(() -> viewers.forEach(this::queues));
    assertThat(used).containsKeys("index case_warned", "index case_unowned", "index case_harm");
    assertThat(used.keySet()).noneMatch(name -> name.startsWith("table"));
  }

  /** As pages ask: by plans that were made for no values. */
  @Test
  void plansForAnyValuesOfTheQueueReadNoLargeTableEither() {
    Map<String, Long> used = reads.scansOfPages(() -> viewers.forEach(this::queues));
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
    assertThat(reads.least("customer", () -> queue.page(look, null, 20))).isLessThanOrEqualTo(20);
    assertThat(reads.least("customer", () -> queue.page(look, null, 20), reads::reading))
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
        reads.scans(() ->
            viewers.forEach(
                viewer -> typed.forEach(words -> search.find(words, permits.visible(viewer), 25))));
    assertThat(used)
        .containsKeys(
            "index case_text_keys",
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
      assertThat(reads.least("case_text", searched)).isBetween(25L, CASES / 10L);
    }
  }

  /** Each stands in many cases; together in few, or in thousands. */
  @Test
  void ofTwoWordsHardlyMoreThanTheNewestThousandAreTakenUp() {
    for (String typed : List.of("dorbababa cenbababa", "order gulbababa", "telephone fibababa")) {
      for (Viewer viewer : viewers) {
        Runnable searched = () -> search.find(typed, permits.visible(viewer), 25);
        assertThat(reads.least("case_text", searched)).as(typed).isBetween(25L, 1_600L);
      }
    }
    for (String typed : said()) {
      Runnable searched = () -> search.find(typed, permits.visible(viewers.getLast()), 25);
      assertThat(reads.least("case_text", searched)).as(typed).isLessThan(1_600);
      assertThat(reads.scans(searched).keySet())
          .contains("index case_text_keys")
          .noneMatch(name -> name.startsWith("table"));
    }
  }

  /** As somebody would find them who goes through all cases that bear both. */
  @Test
  void twoWordsAreFoundWhereBothStandTheBestOfTheNewestThousandFirst() {
    for (String typed : said()) {
      for (Viewer viewer : viewers) {
        List<Long> found =
            search.find(typed, permits.visible(viewer), 25).cases().stream()
                .filter(hit -> hit.reason() == Search.Reason.WORDS)
                .map(hit -> hit.row().id())
                .toList();
        List<Long> best = new ArrayList<>();
        // Counted before another test counts who reads the table from end to end.
        reads.scans(() -> best.addAll(best(typed, viewer)));
        assertThat(found).as(typed).isEqualTo(best);
      }
    }
  }

  private List<String> said() {
    List<String> said = new ArrayList<>(List.of("dorbababa cenbababa", "fibababa gulbababa"));
    said.addAll(sql.sql(Script.read("pages").of("said")).query(String.class).list().subList(0, 40));
    return said;
  }

  private List<Long> best(String typed, Viewer viewer) {
    Visible visible = permits.visible(viewer);
    return sql.sql(
            """
            select n.case_id
            from (select cast(string_agg(distinct '(' || cast(
                to_tsquery(cast(language as regconfig), :typed) as text) || ')', ' | ') as tsquery) as words
              from case_text_language) q
            cross join lateral (select d.case_id, ts_rank(d.words, q.words) as rank from case_text d
              where d.words @@ q.words and %s order by d.case_id desc limit 1000) n
            order by n.rank desc, n.case_id desc limit 25
            """
                .formatted(visible.unlessRestricted("d.owner_id", "d.team_id", "d.brand_id")))
        .params(visible.params())
        .param("typed", typed.replace(" ", " & "))
        .query(Long.class)
        .list();
  }

  @Test
  void aCasePageReadsNoLargeTableFromEndToEnd() {
    Viewer everywhere = viewers.getLast();
    assertThat(reads.scans(() -> files.of(1_000 + CASES / 2, everywhere)).keySet())
        .noneMatch(name -> name.startsWith("table"));
    assertThat(reads.scansOfPages(() -> files.of(1_000 + CASES / 2, everywhere)).keySet())
        .noneMatch(name -> name.startsWith("table"));
  }

  /** Also by indexes: a plan for any values must not go through one from its end. */
  @Test
  void aCasePageReadsLittleMoreThanTheCase() {
    Viewer everywhere = viewers.getLast();
    long id = 1_000 + CASES / 2;
    assertThat(reads.entries(() -> files.of(id, everywhere), acts::run)).isLessThan(500);
    assertThat(reads.entries(() -> files.of(id, everywhere), reads::reading)).isLessThan(500);
  }

  @Test
  void aPageOfTheQueueReadsLittleMoreThanItShowsByPlansForAnyValues() {
    for (Viewer viewer : viewers) {
      Look look = new Look(Queue.View.MINE, viewer, permits.visible(viewer), clock.instant());
      assertThat(reads.entries(() -> queue.page(look, null, 51), reads::reading)).isLessThan(2_000);
    }
    Viewer everywhere = viewers.getLast();
    for (Queue.View view : List.of(Queue.View.TEAM, Queue.View.UNOWNED, Queue.View.BROKEN)) {
      Look look = new Look(view, everywhere, permits.visible(everywhere), clock.instant());
      assertThat(reads.entries(() -> queue.page(look, null, 51), reads::reading))
          .as(view.name())
          .isLessThan(2_000);
    }
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
      long before = reads.fetched("amends_case");
      acts.run(() -> {
        check.runSince(mark);
        sql.sql("select pg_stat_force_next_flush()").query((rs, n) -> n).list();
      });
      assertThat(reads.fetched("amends_case") - before).as(check.code()).isLessThan(CASES / 2);
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
    Map<String, Long> used = reads.scans(() -> found.addAll(honesty.check(draft, texts)));

    assertThat(found).anyMatch(finding -> !finding.evidence().isEmpty());
    assertThat(used.keySet()).noneMatch(name -> name.startsWith("table"));
    assertThat(reads.least("case_text", () -> honesty.check(draft, texts))).isLessThan(CASES / 5);
  }
}
