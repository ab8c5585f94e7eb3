package amends.app.bench;

import amends.app.Trouble;
import amends.shared.Acts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a run left behind: how many rows of each table, and a checksum of what they say, ids and
 * moments apart. The real path and its limit must leave the same.
 */
record Footprint(Map<String, Rows> tables) {
  private static final Script SCRIPT = Script.read("rows");
  private static final String JOURNAL = "journal_entry";

  record Rows(long count, BigDecimal checksum) {}

  /** Looks at tables before and after a run. */
  record Ground(JdbcClient sql, Acts acts, List<Table> tables) {
    Map<String, Long> marks() {
      Map<String, Long> marks = new TreeMap<>();
      for (Table table : tables) {
        marks.put(table.name(), sql.sql(table.fill(SCRIPT.of("mark"))).query(Long.class).single());
      }
      return marks;
    }

    Footprint since(Map<String, Long> marks) {
      return acts.call(() -> {
        sql.sql("set local statement_timeout = 0").update();
        Map<String, Rows> found = new TreeMap<>();
        for (Table table : tables) {
          found.put(table.name(), rows(table, marks.getOrDefault(table.name(), 0L)));
        }
        hashesAreRight(marks.getOrDefault(JOURNAL, 0L));
        return new Footprint(found);
      });
    }

    private Rows rows(Table table, long mark) {
      return sql.sql(table.fill(SCRIPT.of("rows")))
          .param("aside", table.aside().toArray(String[]::new))
          .param("mark", mark)
          .query((rs, n) -> new Rows(rs.getLong("count"), rs.getBigDecimal("checksum")))
          .single();
    }

    private void hashesAreRight(long mark) {
      long wrong = sql.sql(SCRIPT.of("wrong")).param("mark", mark).query(Long.class).single();
      if (wrong > 0) {
        throw Trouble.couldNotRun(wrong + " journal entries bear a wrong hash; mend the bench.");
      }
    }
  }

  /** A limit that leaves other rows is none. */
  void mustEqual(Footprint limit) {
    tables.forEach((name, rows) -> {
      if (!rows.equals(limit.tables.get(name))) {
        throw Trouble.couldNotRun(
            "The real path and the limit leave other rows in %s (%s and %s); mend bench/*.sql."
                .formatted(name, rows, limit.tables.get(name)));
      }
    });
  }
}
