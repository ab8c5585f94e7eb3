package amends.remedies.fulfilment;

import amends.messages.LineState;
import amends.messages.Lines;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those through whom we pay, on the page of all connections. */
@Component
@Order(3)
final class PayLines implements Lines {
  private final JdbcClient sql;
  private final PayConnections connections;
  private final InstantSource clock;

  PayLines(JdbcClient sql, PayConnections connections, InstantSource clock) {
    this.sql = sql;
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public List<LineState> lines() {
    Map<Long, Long> waiting =
        sql
            .sql(
                """
                select connection_id, count(*) from attempt
                where done_at is null and carried_by = 'program' group by connection_id
                """)
            .query((rs, n) -> Map.entry(rs.getLong(1), rs.getLong(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return connections.all().stream().map(c -> line(c, waiting.getOrDefault(c.id(), 0L))).toList();
  }

  private LineState line(PayConnection c, long waiting) {
    @Nullable String trouble = c.trouble() != null ? c.trouble() : c.ledgerTrouble();
    String state =
        !c.isOn()
            ? "off"
            : trouble != null
                ? "trouble"
                : !c.takes(clock.instant()) || waiting > 0 ? "waiting" : "ok";
    return new LineState(
        "provider",
        c.name(),
        c.url(),
        state,
        c.workedAt(),
        waiting,
        trouble,
        "",
        "/payments/connections/" + c.id(),
        "/payments/connections/" + c.id() + "/test");
  }
}
