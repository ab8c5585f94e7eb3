package amends.messages;

import amends.customers.Purpose;
import amends.messages.ContactFacts.To;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks once more, in the moment of sending, whether what was written may still go. It may have
 * waited for its own moment, for the morning or for a server that was away: meanwhile its reader
 * may have asked for no more, or have gone to bed.
 */
@Component
final class LastLook {
  private final JdbcClient sql;
  private final Clearing clearing;
  private final InstantSource clock;

  LastLook(JdbcClient sql, Clearing clearing, InstantSource clock) {
    this.sql = sql;
    this.clearing = clearing;
    this.clock = clock;
  }

  private record Kind(Medium medium, Purpose purpose, Outgoing.Kind kind) {}

  private record Waiting(long id, Kind kind, To to) {}

  Verdict at(long delivery) {
    return of(List.of(delivery)).getOrDefault(delivery, new Verdict.Go());
  }

  /** Of several at once; of what goes to many {@link MassDecisions} says it. */
  Map<Long, Verdict> of(Collection<Long> deliveries) {
    Map<Kind, List<Waiting>> alike = new LinkedHashMap<>();
    for (Waiting one : waiting(deliveries)) {
      alike.computeIfAbsent(one.kind(), k -> new ArrayList<>()).add(one);
    }
    Map<Long, Verdict> verdicts = new HashMap<>();
    alike.forEach((kind, some) -> {
      List<Clearance> clear =
          clearing.again(
              kind.medium(), kind.purpose(), kind.kind(), some.stream().map(Waiting::to).toList());
      for (int i = 0; i < some.size(); i++) {
        verdicts.put(some.get(i).id(), verdict(clear.get(i)));
      }
    });
    return verdicts;
  }

  private Verdict verdict(Clearance clearance) {
    Instant now = clock.instant();
    return switch (clearance) {
      case Clearance.Stays(String why) -> new Verdict.Suppress(why);
      case Clearance.Goes goes when goes.from().isAfter(now) -> new Verdict.Back(goes.from());
      case Clearance.Goes goes -> new Verdict.Go();
    };
  }

  private List<Waiting> waiting(Collection<Long> deliveries) {
    return sql.sql(
            """
            select d.id, d.customer_id, d.address, d.channel, m.purpose, m.kind
            from delivery d join message m on m.id = d.message_id
            where d.id = any(:ids) and not d.mass
            """)
        .param("ids", deliveries.toArray(Long[]::new))
        .query((rs, n) ->
            new Waiting(
                rs.getLong("id"),
                new Kind(
                    Medium.of(rs.getString("channel")),
                    Purpose.of(rs.getString("purpose")),
                    Outgoing.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT))),
                new To(rs.getLong("customer_id"), rs.getString("address"))))
        .list();
  }
}
