package amends.promises;

import amends.journal.Journal;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places and days that fail: whatever was promised there and then is in danger at once, and what is
 * promised later for it too.
 */
@Component
public final class Disruptions {
  private static final int LONGEST = 200;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Risks risks;
  private final Journal journal;

  Disruptions(JdbcClient sql, InstantSource clock, Acts acts, Risks risks, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.risks = risks;
    this.journal = journal;
  }

  /**
   * Notes that it fails, and puts in danger what was promised there and then.
   *
   * @return it, and the promises that it puts in danger are found by its number
   * @throws Refusal when it concerns nothing, says no reason, or is over already
   */
  public Disruption record(
      Disruption.Where where, Instant from, Instant until, String reason, Viewer by) {
    check(where, from, until, reason);
    return acts.call(() -> {
      Disruption made = insert(where, from, until, reason, by);
      journal.record("disruption.recorded", subject(made.id()), by.actor(), Map.of());
      risks.disrupted(made, by.actor());
      return made;
    });
  }

  private void check(Disruption.Where where, Instant from, Instant until, String reason) {
    if (where.team() == null && where.brand() == null && where.place().isBlank()) {
      throw new Refusal("team", "promises.disruption.refuse.where");
    }
    if (reason.isBlank() || reason.length() > LONGEST || where.place().length() > LONGEST) {
      throw new Refusal("reason", "promises.disruption.refuse.reason");
    }
    if (!until.isAfter(from) || !until.isAfter(clock.instant())) {
      throw new Refusal("until", "promises.disruption.refuse.until");
    }
  }

  private Disruption insert(
      Disruption.Where where, Instant from, Instant until, String reason, Viewer by) {
    return sql.sql(
            """
            insert into disruption (team_id, brand_id, place, from_at, until_at, reason, made_at, made_by)
            values (:team, :brand, :place, :from, :until, :reason, :now, :by) returning *
            """)
        .param("team", where.team())
        .param("brand", where.brand())
        .param("place", where.place().strip())
        .param("from", Sql.at(from))
        .param("until", Sql.at(until))
        .param("reason", reason.strip())
        .param("now", Sql.at(clock.instant()))
        .param("by", by.id())
        .query(Disruptions::read)
        .single();
  }

  /** It is over, or does not come. */
  public void end(long id, Viewer by) {
    acts.run(() -> {
      get(id);
      sql.sql("update disruption set ended_at = :now where id = :id and ended_at is null")
          .param("now", Sql.at(clock.instant()))
          .param("id", id)
          .update();
      risks.clear(Risks.Kind.DISRUPTION, id);
      journal.record("disruption.ended", subject(id), by.actor(), Map.of());
    });
  }

  /**
   * @throws NotFound when there is none
   */
  public Disruption get(long id) {
    return sql.sql("select * from disruption where id = :id")
        .param("id", id)
        .query(Disruptions::read)
        .optional()
        .orElseThrow(() -> new NotFound(subject(id)));
  }

  /** Those that are not over, the next first. */
  public List<Disruption> standing() {
    return sql.sql(
            """
            select * from disruption where ended_at is null and until_at > :now
            order by from_at, id limit 200
            """)
        .param("now", Sql.at(clock.instant()))
        .query(Disruptions::read)
        .list();
  }

  /** Promised into one that is known already. First answers are the team's, wherever it sits. */
  @EventListener
  void on(PromiseMade event) {
    Promise made = event.promise();
    if (made.kind() != Promise.Kind.ANSWER && made.kind() != Promise.Kind.LOOK) {
      standing().stream()
          .filter(d -> made.dueAt().isAfter(d.from()) && !made.dueAt().isAfter(d.until()))
          .forEach(d -> risks.disrupted(d, made.id(), made.madeBy()));
    }
  }

  private static Subject subject(long id) {
    return Subject.of("disruption", id);
  }

  private static Disruption read(ResultSet rs, int n) throws SQLException {
    return new Disruption(
        rs.getLong("id"),
        new Disruption.Where(
            Sql.longOrNull(rs, "team_id"), Sql.longOrNull(rs, "brand_id"), rs.getString("place")),
        Sql.instant(rs, "from_at"),
        Sql.instant(rs, "until_at"),
        rs.getString("reason"));
  }
}
