package amends.remedies.fulfilment;

import amends.remedies.pay.Job;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries as work: taken by one, recorded by whoever still has them. */
@Component
final class AttemptRows {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final WorkRows rows;

  AttemptRows(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
    this.rows = new WorkRows(sql, clock, "attempt").among("carried_by", "program");
  }

  WorkRows rows() {
    return rows;
  }

  Halts halts() {
    return new Halts(sql);
  }

  /**
   * A try, taken.
   *
   * @param asking whether somebody may have been called before: then they are asked first
   * @param calledAt when somebody was called first; this call, when nobody was
   * @param madeAt when its key was drawn
   * @param until how long it is ours
   */
  record Task(
      Lease lease,
      long connectionId,
      long grantId,
      boolean asking,
      boolean wasUnknown,
      Instant calledAt,
      Instant madeAt,
      Instant until,
      Job job) {}

  private record Taken(Lease lease, boolean asking) {}

  /**
   * Takes what is ready. That somebody is about to be called is written by the same statement: from
   * its commit on nobody knows whether they were.
   */
  List<Task> take(int most, Duration lease, Collection<Long> shut) {
    Instant until = clock.instant().plus(lease);
    Map<Long, Taken> taken = new HashMap<>();
    rows.without("connection_id", shut)
        .claim(
            most,
            lease,
            ", asking = called_at is not null, called_at = coalesce(called_at, :now)",
            ", asking",
            (rs, n) -> new Taken(WorkRows.lease(rs, n), rs.getBoolean("asking")))
        .forEach(one -> taken.put(one.lease().id(), one));
    return sql.sql(
            """
            select a.id, a.connection_id, f.grant_id, a.called_at, a.made_at, a.key, f.what,
              f.customer_id, f.amount_minor, f.currency, f.reference, a.their_id,
              g.unknown_at is not null as unsure
            from attempt a join fulfilment f on f.id = a.fulfilment_id
            join remedy_grant g on g.id = f.grant_id
            where a.id = any(:ids) order by a.id
            """)
        .param("ids", taken.keySet().toArray(Long[]::new))
        .query((rs, n) -> {
          Taken one = Objects.requireNonNull(taken.get(rs.getLong("id")));
          String currency = rs.getString("currency");
          return new Task(
              one.lease(),
              rs.getLong("connection_id"),
              rs.getLong("grant_id"),
              one.asking(),
              rs.getBoolean("unsure"),
              Sql.instant(rs, "called_at"),
              Sql.instant(rs, "made_at"),
              until,
              new Job(
                  rs.getString("key"),
                  rs.getString("what"),
                  rs.getLong("grant_id"),
                  rs.getLong("customer_id"),
                  currency == null ? null : new Money(rs.getLong("amount_minor"), currency),
                  rs.getString("reference"),
                  rs.getString("their_id")));
        })
        .list();
  }

  /**
   * Ends a try that is still ours.
   *
   * @throws WorkRows.LeaseLost when somebody else has it by now
   */
  void end(Task task, String outcome, @Nullable String theirId, @Nullable String why) {
    Map<String, @Nullable Object> result = new HashMap<>();
    result.put("outcome", outcome);
    result.put("outcome_at", Sql.at(clock.instant()));
    result.put("person_at", null);
    result.put("person_why", null);
    if (theirId != null) {
      result.put("their_id", theirId);
    }
    if (why != null) {
      result.put("why", why);
    }
    rows.finish(task.lease(), result);
  }

  /** How it stands with a try that goes on. */
  record Standing(
      boolean called,
      boolean pending,
      boolean news,
      @Nullable String theirId,
      @Nullable String personWhy) {
    /** Nothing new is known. */
    static Standing asBefore(boolean called) {
      return new Standing(called, false, false, null, null);
    }
  }

  /** False when somebody else has it by now: then nothing was written. */
  boolean later(Task task, Instant again, String trouble, Standing standing) {
    if (!rows.putBack(task.lease(), again, trouble)) {
      return false;
    }
    sql.sql(
            """
            update attempt set called_at = case when :called then called_at end,
              pending_at = case when :pending then coalesce(pending_at, :now) else pending_at end,
              their_id = coalesce(their_id, cast(:their as text)),
              person_at = case when not :news then person_at
                when cast(:why as text) is null then null else coalesce(person_at, :now) end,
              person_why = case when :news then :why else person_why end
            where id = :id
            """)
        .param("called", standing.called())
        .param("pending", standing.pending())
        .param("news", standing.news())
        .param("their", standing.theirId())
        .param("why", standing.personWhy())
        .param("now", Sql.at(clock.instant()))
        .param("id", task.lease().id())
        .update();
    return true;
  }

  /** By a colleague, or by what a provider told: whoever has the row now finds its fence passed. */
  record Ending(
      long attemptId,
      String outcome,
      Instant at,
      @Nullable Long by,
      @Nullable String theirId,
      @Nullable String why,
      @Nullable String evidence,
      boolean elsewhere) {}

  /**
   * @throws Refusal of {@code their} when their number stands at another try already: one thing
   *     that they did is one thing that we gave
   */
  void end(Ending ending) {
    try {
      write(ending);
    } catch (DuplicateKeyException e) {
      throw new Refusal("their", "remedies.pay.refusal.their");
    }
  }

  private void write(Ending ending) {
    sql.sql(
            """
            update attempt set outcome = :outcome, outcome_at = :at, outcome_by = :by,
              their_id = coalesce(cast(:their as text), their_id), why = :why, evidence = :evidence,
              elsewhere = :elsewhere, done_at = coalesce(done_at, :now), leased_until = null,
              trouble = null, person_at = null, person_why = null, fence = fence + 1
            where id = :id
            """)
        .param("outcome", ending.outcome())
        .param("at", Sql.at(ending.at()))
        .param("by", ending.by())
        .param("their", ending.theirId())
        .param("why", ending.why())
        .param("evidence", ending.evidence())
        .param("elsewhere", ending.elsewhere())
        .param("now", Sql.at(clock.instant()))
        .param("id", ending.attemptId())
        .update();
  }

  /** It is asked after at once, unless somebody is at it. */
  int hurry(String where, Map<String, ?> params) {
    return sql.sql(
            "update attempt set ready_at = :now where done_at is null and ready_at > :now"
                + " and called_at is not null and "
                + where)
        .params(params)
        .param("now", Sql.at(clock.instant()))
        .update();
  }
}
