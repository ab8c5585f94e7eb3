package amends.shared;

import static java.util.stream.Collectors.joining;

import amends.shared.WorkRows.Done;
import amends.shared.WorkRows.Lease;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several pieces of work ended or put back in one statement, as far as they are still ours. */
record WorkEnds(JdbcClient sql, InstantSource clock, String table) {
  Set<Long> finish(List<Done> all, Map<String, String> columns, String also) {
    List<String> names = columns.keySet().stream().sorted().toList();
    JdbcClient.StatementSpec statement =
        sql.sql(
                """
                update %1$s t set done_at = :now, leased_until = null, trouble = null%2$s%5$s
                from unnest(cast(:ids as bigint[]), cast(:fences as bigint[])%3$s)
                  as d(id, fence%4$s)
                where t.id = d.id and t.fence = d.fence and t.done_at is null
                returning t.id
                """
                    .formatted(
                        table,
                        each(names, c -> ", %1$s = coalesce(d.%1$s, t.%1$s)".formatted(c)),
                        each(names, c -> ", cast(:%s as %s[])".formatted(c, columns.get(c))),
                        each(names, c -> ", " + c),
                        also))
            .param("now", Sql.at(clock.instant()))
            .param("ids", all.stream().map(d -> d.lease().id()).toArray(Long[]::new))
            .param("fences", all.stream().map(d -> d.lease().fence()).toArray(Long[]::new));
    for (String name : names) {
      statement.param(
          name, all.stream().map(d -> text(d.result().get(name))).toArray(String[]::new));
    }
    return new HashSet<>(statement.query(Long.class).list());
  }

  private static String each(List<String> names, UnaryOperator<String> words) {
    return names.stream().map(words).collect(joining());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  void putBack(Map<Lease, Instant> all, String also) {
    List<Map.Entry<Lease, Instant>> each = List.copyOf(all.entrySet());
    sql.sql(
            """
            update %1$s t set leased_until = null, ready_at = d.ready%2$s
            from unnest(cast(:ids as bigint[]), cast(:fences as bigint[]), cast(:moments as timestamptz[]))
              as d(id, fence, ready)
            where t.id = d.id and t.fence = d.fence and t.done_at is null
            """
                .formatted(table, also))
        .param("ids", each.stream().map(e -> e.getKey().id()).toArray(Long[]::new))
        .param("fences", each.stream().map(e -> e.getKey().fence()).toArray(Long[]::new))
        .param("moments", each.stream().map(e -> e.getValue().toString()).toArray(String[]::new))
        .update();
  }
}
