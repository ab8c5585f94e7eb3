package amends.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many rows of a table the running transaction has read so far: what others read meanwhile is
 * not in it.
 */
public final class RowsRead {
  private RowsRead() {}

  public static long of(JdbcClient sql, String table) {
    return sql.sql(
            """
            select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
            from pg_stat_xact_user_tables where relname = :table
            """)
        .param("table", table)
        .query(Long.class)
        .single();
  }
}
