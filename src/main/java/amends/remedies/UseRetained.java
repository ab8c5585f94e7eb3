package amends.remedies;

import amends.shared.RetainedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Days and periods of limits that are over: the grants themselves tell what was used. */
@Component
final class UseRetained extends RetainedRows {
  UseRetained(JdbcClient sql) {
    super(
        sql,
        "remedy-uses",
        800,
        """
        select line_id, scope, key_kind, key_id, begins from authority_use
        where scope <> 'matter' and begins < cast(:than as date) order by begins\
        """,
        "delete from authority_use where (line_id, scope, key_kind, key_id, begins) in (%s)");
  }
}
