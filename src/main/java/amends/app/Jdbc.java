package amends.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * The pool of the program's role. Times: connect 3 s, statement 5 s, socket 60 s, an act that
 * nobody goes on with 60 s.
 */
final class Jdbc {
  /**
   * Who is parted from the record gives up after a minute, and the record does not hear of it:
   * without an end of its own it holds what was begun, and every other program waits for it or
   * passes it over, for as long as its own TCP believes in the line (two hours, as Linux comes).
   */
  private static final String TIMES =
      "set statement_timeout = '5s'; set idle_in_transaction_session_timeout = '60s'";

  /**
   * How many statements stay prepared on a connection, and read for their parameters: pages of a
   * desk and the duties behind it ask some four hundred, and whatever falls out is read and planned
   * anew.
   */
  static final int STATEMENTS = 512;

  private Jdbc() {}

  /**
   * Row contents stay out of error messages, and so out of logs; a server that does not answer is
   * given up.
   */
  static String url(String url) {
    return url
        + (url.contains("?") ? "&" : "?")
        + "logServerErrorDetail=false&connectTimeout=3&socketTimeout=60&tcpKeepAlive=true"
        + "&reWriteBatchedInserts=true&preparedStatementCacheQueries="
        + STATEMENTS
        + "&ApplicationName=amends";
  }

  static HikariDataSource pool(DatabaseAccess access) {
    var config = new HikariConfig();
    config.setPoolName("amends");
    config.setJdbcUrl(url(access.url()));
    config.setUsername(access.user());
    config.setPassword(access.password());
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(3_000);
    config.setValidationTimeout(1_000);
    config.setInitializationFailTimeout(-1);
    config.setConnectionInitSql(TIMES);
    return new HikariDataSource(config);
  }
}
