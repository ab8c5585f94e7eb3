package amends.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import amends.remedies.Fairness;
import amends.remedies.Remedies;
import amends.remedies.Ruling;
import amends.remedies.Severity;
import amends.remedies.Wanted;
import amends.shared.Acts;
import amends.shared.BoundedCheck;
import amends.shared.Check;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.RowsRead;
import amends.testing.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shape of the plans behind a ruling: no grant is read that the question is not about. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulingPlanTest {
  private static final int GRANTS = 40_000;

  /** A ruling looks at a handful of rows of what was given, however much that is. */
  private static final long FEW = 60;

  @Autowired ApplicationContext context;
  @Autowired Remedies remedies;
  @Autowired Fairness fairness;
  @Autowired List<Check> checks;
  @Autowired Acts acts;
  @Autowired JdbcClient sql;

  private Giving giving;

  @BeforeAll
  void manyGrants() throws SQLException {
    giving = new Giving(context);
    try (Connection owner = AsOwner.connection()) {
      giving.fill(GRANTS, owner, words -> {});
    }
  }

  /** Counted within one transaction: what others read meanwhile is not in it. */
  private long read(Runnable work) {
    return acts.call(() -> {
      long before = RowsRead.of(sql, "remedy_grant");
      work.run();
      return RowsRead.of(sql, "remedy_grant") - before;
    });
  }

  @Test
  void aRulingOnMoneyReadsNoGrantAtAll() {
    long read =
        read(() ->
            assertThat(remedies.look(giving.matter(3), giving.money(500), giving.agent()).ruling())
                .isInstanceOf(Ruling.Within.class));
    assertThat(read).isZero();
  }

  @Test
  void aRulingOnAReplacementReadsAHandful() {
    SplittableRandom random = new SplittableRandom(6);
    long read =
        read(() -> remedies.look(giving.matter(3), giving.unit(random), giving.agent()).ruling());
    assertThat(read).isLessThan(5);
  }

  /** Of each a round trip: what one statement can tell is not asked in several. */
  @Test
  void aRulingAsksTheRecordAFewTimes() {
    SplittableRandom random = new SplittableRandom(6);
    assertThat(asked(giving.money(500))).hasSize(4);
    assertThat(asked(giving.unit(random))).hasSize(6);
    assertThat(asked(giving.money(20_000))).hasSize(8);
  }

  /** The second time: the hours of a calendar are read once, and again when they have changed. */
  private List<String> asked(Wanted wanted) {
    Runnable look = () -> remedies.look(giving.matter(3), wanted, giving.agent());
    look.run();
    return Statements.of(look);
  }

  /** Rows read from end to end, by table, within one transaction. */
  private Map<String, Long> scanned() {
    Map<String, Long> scanned = new HashMap<>();
    sql.sql("select relname, coalesce(seq_tup_read, 0) from pg_stat_xact_user_tables")
        .query(rs -> {
          scanned.put(rs.getString(1), rs.getLong(2));
        });
    return scanned;
  }

  /**
   * Whatever is asked, an index serves: where there is one, tables of some size are not read from
   * their beginning to their end. Left to itself, the planner reads small ones so.
   */
  @Test
  void aRulingAndAGrantReadNoTableFromEndToEnd() {
    SplittableRandom random = new SplittableRandom(6);
    Map<String, Wanted> asked =
        Map.of(
            "money",
            giving.money(500),
            "more than may be given",
            giving.money(20_000),
            "a replacement",
            giving.unit(random));
    asked.forEach((what, wanted) -> {
      Map<String, Long> read = new TreeMap<>();
      acts.run(() -> {
        sql.sql("set local enable_seqscan = off").update();
        sql.sql("discard plans").update();
        Map<String, Long> before = scanned();
        Ruling ruling = remedies.look(giving.matter(7), wanted, giving.agent()).ruling();
        if (ruling instanceof Ruling.Within) {
          remedies.grant(giving.matter(7), wanted, "", giving.agent());
        }
        scanned()
            .forEach((table, rows) -> {
              long here = rows - before.getOrDefault(table, 0L);
              if (here > FEW) {
                read.put(table, here);
              }
            });
      });
      assertThat(read).as(what).isEmpty();
    });
  }

  @Test
  void whatLikeCasesReceivedReadsOnlyThoseOfItsCause() {
    long read = read(() -> fairness.like("c1", Severity.MEDIUM, "GBP"));
    assertThat(read).isLessThan(GRANTS);
  }

  @Test
  void theMinutesLookReadsOnlyMattersThatWereTouched() {
    for (Check check : checks) {
      if (check instanceof BoundedCheck bounded && check.words().startsWith("remedies.check")) {
        long mark = bounded.head() + BoundedCheck.OVERLAP;
        assertThat(read(() -> bounded.runSince(mark))).as(check.words()).isLessThan(GRANTS / 10);
      }
    }
  }
}
