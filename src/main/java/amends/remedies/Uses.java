package amends.remedies;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was used under each line of limits. Taking waits for whoever takes from the same row, in the
 * same order always: matter, day, period; so that fifty grants at once never exceed a limit.
 */
@Component
final class Uses {
  /** A matter has no period: its row begins before all days. */
  static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

  private final JdbcClient sql;

  Uses(JdbcClient sql) {
    this.sql = sql;
  }

  /** Adds an amount and tells what counts now; whoever takes too much undoes the act. */
  Totals take(Keys keys, long amount) {
    return totals(
        with(
                """
                insert into authority_use as u (line_id, scope, key_kind, key_id, begins, used_minor)
                values (:line, 'matter', :kind, :matter, :always, :amount),
                  (:line, 'day', 'customer', :customer, :day, :amount),
                  (:line, 'period', :whose, :person, :period, :amount)
                on conflict (line_id, scope, key_kind, key_id, begins)
                do update set used_minor = u.used_minor + excluded.used_minor
                returning scope, used_minor
                """,
                keys)
            .param("amount", amount));
  }

  /** What did not leave after all counts no more. */
  void giveBack(Keys keys, long amount) {
    with(
            """
            update authority_use set used_minor = greatest(0, used_minor - :amount)
            where (line_id, scope, key_kind, key_id, begins) in (
              (:line, 'matter', :kind, :matter, :always), (:line, 'day', 'customer', :customer, :day),
              (:line, 'period', :whose, :person, :period))
            """,
            keys)
        .param("amount", amount)
        .update();
  }

  private JdbcClient.StatementSpec with(String statement, Keys keys) {
    return sql.sql(statement)
        .param("line", keys.limit().lineId())
        .param("kind", keys.matter().kind())
        .param("matter", keys.matter().id())
        .param("always", ALWAYS)
        .param("customer", keys.customer())
        .param("day", keys.day())
        .param("whose", keys.person() < 0 ? "token" : "person")
        .param("person", Math.abs(keys.person()))
        .param("period", keys.period());
  }

  private static Totals totals(JdbcClient.StatementSpec statement) {
    Map<String, Long> used = new HashMap<>();
    statement.query((rs, n) -> used.put(rs.getString(1), rs.getLong(2))).list();
    return new Totals(
        used.getOrDefault("matter", 0L),
        used.getOrDefault("day", 0L),
        used.getOrDefault("period", 0L));
  }
}
