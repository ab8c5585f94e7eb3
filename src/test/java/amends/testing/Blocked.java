package amends.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether somebody waits for a lock: so that a race is run in one order, and not by luck. */
public final class Blocked {
  private static final int LOOKS = 2_000;

  private Blocked() {}

  /** Looks until another session of this database waits; false when none does for long. */
  public static boolean somebody(JdbcClient sql) {
    for (int look = 0; look < LOOKS; look++) {
      if (waits(sql)) {
        return true;
      }
    }
    return false;
  }

  /** The locks themselves: what a session is said to do is told anew only after an act. */
  private static boolean waits(JdbcClient sql) {
    return sql.sql(
            """
            select exists (select from pg_locks w where not w.granted and w.pid in (
              select l.pid from pg_locks l join pg_database d on d.oid = l.database
              where d.datname = current_database()))
            """)
        .query(Boolean.class)
        .single();
  }
}
