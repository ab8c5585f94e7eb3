package amends.remedies.fulfilment;

import amends.remedies.pay.Ledger;
import amends.shared.Sql;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a provider says that it did, a page of it in one statement. */
@Component
final class LedgerLines {
  private final JdbcClient sql;

  LedgerLines(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param lines each of another number of theirs; locked in this order
   */
  void write(long connection, List<Ledger.Line> lines, Instant now) {
    sql.sql(
            """
            insert into pay_ledger_line (connection_id, their_id, key, amount_minor, currency,
              state, reference, at, seen_at)
            select :connection, l.their_id, l.key, l.minor, l.currency, l.state, l.reference, l.at, :now
            from unnest(cast(:theirs as text[]), cast(:keys as text[]), cast(:minors as bigint[]),
              cast(:currencies as text[]), cast(:states as text[]), cast(:references as text[]),
              cast(:ats as timestamptz[])) with ordinality
              as l(their_id, key, minor, currency, state, reference, at, place)
            order by l.place
            on conflict (connection_id, their_id) do update set key = excluded.key,
              amount_minor = excluded.amount_minor, currency = excluded.currency,
              state = excluded.state, seen_at = excluded.seen_at
            """)
        .param("connection", connection)
        .param("theirs", texts(lines, Ledger.Line::theirId))
        .param("keys", texts(lines, Ledger.Line::key))
        .param("minors", lines.stream().map(line -> line.money().minor()).toArray(Long[]::new))
        .param("currencies", texts(lines, line -> line.money().currency()))
        .param("states", texts(lines, Ledger.Line::state))
        .param("references", texts(lines, Ledger.Line::reference))
        .param("ats", texts(lines, line -> line.at().toString()))
        .param("now", Sql.at(now))
        .update();
  }

  private static @Nullable String[] texts(
      List<Ledger.Line> lines, Function<Ledger.Line, @Nullable String> of) {
    return lines.stream().map(of).toArray(String[]::new);
  }
}
