package amends.honesty;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * That words were sent although something was found: by whom, which rules, for what reason. A
 * reason is one of a few, so that they can be counted and name nobody.
 */
@Component
final class Overrulings {
  /**
   * It is so and can be shown; a quotation; agreed outside of Amends; the customer knows; other.
   */
  static final List<String> REASONS = List.of("true_here", "quoted", "agreed", "known", "other");

  /** One that was noted and not used in this time belongs to another sending. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final JdbcClient sql;
  private final Journal journal;
  private final InstantSource clock;

  Overrulings(JdbcClient sql, Journal journal, InstantSource clock) {
    this.sql = sql;
    this.journal = journal;
    this.clock = clock;
  }

  void note(Subject about, String reason, Actor by) {
    if (!REASONS.contains(reason)) {
      return;
    }
    sql.sql(
            """
            insert into honesty_overruling (subject_kind, subject_id, reason, by_kind, by_id, noted_at)
            values (:kind, :id, :reason, :byKind, :byId, :now)
            """)
        .param("kind", about.kind())
        .param("id", about.id())
        .param("reason", reason)
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("now", Sql.at(clock.instant()))
        .update();
  }

  /**
   * Uses the one that was noted for this sending.
   *
   * @return whether there was one
   */
  boolean use(Subject about, Actor by, List<String> rules) {
    Instant now = clock.instant();
    List<Map<String, Object>> used =
        sql.sql(
                """
                update honesty_overruling set rules = cast(:rules as text[]), used_at = :now
                where id = (select id from honesty_overruling
                  where subject_kind = :kind and subject_id = :id and by_kind = :byKind
                    and by_id = :byId and used_at is null and noted_at >= :since
                  order by id desc limit 1)
                returning id, reason
                """)
            .param("rules", rules.toArray(String[]::new))
            .param("now", Sql.at(now))
            .param("kind", about.kind())
            .param("id", about.id())
            .param("byKind", by.kind())
            .param("byId", by.id())
            .param("since", Sql.at(now.minus(FRESH)))
            .query()
            .listOfRows();
    for (Map<String, Object> row : used) {
      journal.record(
          "honesty.overruled",
          about,
          by,
          Map.of("rules", String.join(" ", rules), "reason", String.valueOf(row.get("reason"))));
    }
    return !used.isEmpty();
  }
}
