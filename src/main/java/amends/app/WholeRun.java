package amends.app;

import amends.shared.Acts;
import amends.shared.Check;
import amends.shared.Check.Finding;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds a check against everything there is: at a million cases some take longer than a statement
 * for a page may, and less than the minute after which a silent server is given up.
 */
@Component
public final class WholeRun {
  private final JdbcClient sql;
  private final Acts acts;

  WholeRun(JdbcClient sql, Acts acts) {
    this.sql = sql;
    this.acts = acts;
  }

  public List<Finding> of(Check check) {
    return acts.call(() -> {
      sql.sql("set local statement_timeout = '50s'").update();
      return check.run();
    });
  }
}
