package amends.app.bench;

import amends.shared.Acts;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL read while something was done, as it counts that itself. */
record Reads(JdbcClient sql, Acts acts) {
  /** How many entries of indexes were read, the least of three times. */
  long entries(Runnable work, Consumer<Runnable> acting) {
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

  /** Of three times: other connections may report what they did before in one of them. */
  long least(String table, Runnable work) {
    return least(table, work, acts::run);
  }

  long least(String table, Runnable work, Consumer<Runnable> acting) {
    long least = Long.MAX_VALUE;
    for (int time = 0; time < 3; time++) {
      long before = fetched(table);
      scans(work, acting);
      least = Math.min(least, fetched(table) - before);
    }
    return least;
  }

  long fetched(String table) {
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
  Map<String, Long> scans(Runnable work) {
    return scans(work, acts::run);
  }

  /** The same of an act that only reads. */
  Map<String, Long> scansOfPages(Runnable work) {
    return scans(work, this::reading);
  }

  void reading(Runnable work) {
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
