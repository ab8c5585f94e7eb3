package amends.app;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Chore;
import amends.shared.Refusal;
import amends.shared.Retained;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps each kind of data for its period; what is older is forgotten once a day, in batches. */
@Component
public final class Retention implements Chore {
  private static final Subject HOUSE = Subject.of("retention", 0);
  private static final int BATCH = 1_000;
  private static final int BATCHES = 100;
  private static final int LONGEST = 36_500;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final List<Retained> kinds;

  Retention(JdbcClient sql, InstantSource clock, Acts acts, Journal journal, List<Retained> kinds) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.kinds = kinds.stream().sorted(Comparator.comparing(Retained::kind)).toList();
  }

  /**
   * One kind.
   *
   * @param days that it is kept; 0: without end
   * @param older how many would go in the next run
   * @param runAt when the last run was; null before the first
   * @param forgotten how many have gone so far
   */
  public record Period(
      String kind, int days, long older, @Nullable Instant runAt, long forgotten) {}

  private record Kept(int days, @Nullable Instant runAt, long forgotten) {}

  /** Every kind, in the order of its code. */
  public List<Period> periods() {
    Map<String, Kept> kept = kept();
    return kinds.stream()
        .map(k -> {
          Kept row = kept.getOrDefault(k.kind(), new Kept(k.days(), null, 0));
          long older = row.days() == 0 ? 0 : k.older(before(row.days()));
          return new Period(k.kind(), row.days(), older, row.runAt(), row.forgotten());
        })
        .toList();
  }

  /**
   * From the next run on, this kind is kept so long.
   *
   * @param days 0: without end
   * @throws Refusal when there is no such kind or period
   */
  public void keep(String kind, int days, Actor by) {
    if (kinds.stream().noneMatch(k -> k.kind().equals(kind)) || days < 0 || days > LONGEST) {
      throw new Refusal("days", "app.data.refuse.days");
    }
    acts.run(() -> {
      sql.sql(
              """
              insert into retention (kind, days) values (:kind, :days)
              on conflict (kind) do update set days = excluded.days
              """)
          .param("kind", kind)
          .param("days", days)
          .update();
      journal.record("retention.set", HOUSE, by, Map.of("kind", kind, "days", days));
    });
  }

  @Override
  public String name() {
    return "app.retention";
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }

  @Override
  public void perform() {
    Map<String, Kept> kept = kept();
    for (Retained kind : kinds) {
      Kept row = kept.get(kind.kind());
      int days = row == null ? kind.days() : row.days();
      int gone = days == 0 ? 0 : forget(kind, before(days));
      note(kind.kind(), days, gone);
    }
  }

  private int forget(Retained kind, Instant before) {
    int gone = 0;
    for (int batch = 0; batch < BATCHES; batch++) {
      int some = kind.forget(before, BATCH);
      gone += some;
      if (some < BATCH) {
        break;
      }
    }
    return gone;
  }

  private void note(String kind, int days, int gone) {
    sql.sql(
            """
            insert into retention (kind, days, run_at, forgotten) values (:kind, :days, :now, :gone)
            on conflict (kind) do update set run_at = excluded.run_at,
              forgotten = retention.forgotten + excluded.forgotten
            """)
        .param("kind", kind)
        .param("days", days)
        .param("now", Sql.at(clock.instant()))
        .param("gone", gone)
        .update();
    if (gone > 0) {
      journal.record(
          "retention.ran", HOUSE, Actor.SYSTEM, Map.of("kind", kind, "days", days, "gone", gone));
    }
  }

  private Instant before(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }

  private Map<String, Kept> kept() {
    Map<String, Kept> kept = new HashMap<>();
    sql.sql("select kind, days, run_at, forgotten from retention")
        .query(rs -> {
          kept.put(
              rs.getString("kind"),
              new Kept(
                  rs.getInt("days"), Sql.instantOrNull(rs, "run_at"), rs.getLong("forgotten")));
        });
    return kept;
  }
}
