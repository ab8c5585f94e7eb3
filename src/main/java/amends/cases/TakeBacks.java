package amends.cases;

import amends.journal.Journal;
import amends.messages.Holding;
import amends.messages.TakingBack;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Taking back a reply within the seconds that it is held: the message, its promise, and whatever
 * the reply had kept, taken or turned, all in one act. Nothing leaves the journal; it says so.
 */
@Component
public final class TakeBacks {
  private final JdbcClient sql;
  private final Holding holding;
  private final Access access;
  private final Traces traces;
  private final Drafts drafts;

  /** Where a reply leaves its traces. */
  @Component
  record Traces(
      TakingBack messages,
      Promises promises,
      NextMoment nextMoment,
      Handovers handovers,
      Journal journal) {}

  TakeBacks(JdbcClient sql, Holding holding, Access access, Traces traces, Drafts drafts) {
    this.sql = sql;
    this.holding = holding;
    this.access = access;
    this.traces = traces;
    this.drafts = drafts;
  }

  /** A reply that can still be taken back, until then. */
  public record Open(long messageId, Instant until) {}

  private record Sent(
      Map<String, String> fields,
      long promiseId,
      boolean owned,
      boolean knew,
      boolean promised,
      Instant sentAt) {}

  /** A case as it stood before a reply, and the last promise that was made in it. */
  record Sending(Case matter, long lastPromise) {}

  Sending before(Case matter) {
    return new Sending(matter, lastPromise(matter));
  }

  private long lastPromise(Case matter) {
    return traces.promises().about(matter.asSubject()).stream()
        .mapToLong(Promise::id)
        .max()
        .orElseThrow();
  }

  /** In the act that sends: how things stood before it. */
  void note(Sending before, long message, Map<String, String> fields, Viewer by) {
    if (holding.time().isZero()) {
      return;
    }
    Case matter = before.matter();
    long promise = lastPromise(matter);
    Instant now = access.now();
    sql.sql(
            """
            insert into case_sent (message_id, case_id, person_id, names, words, promise_id, waiting,
              owned, knew, promised, sent_at, until)
            values (:message, :case, :me, :names, :words, :promise, :waiting, :owned, :knew, :promised, :now,
              :until)
            """)
        .param("message", message)
        .param("case", matter.id())
        .param("me", by.id())
        .param("names", fields.keySet().toArray(String[]::new))
        .param("words", fields.values().toArray(String[]::new))
        .param("promise", promise)
        .param("waiting", matter.waiting())
        .param("owned", matter.ownerId() != null)
        .param("knew", matter.customerKnowsAt() != null)
        .param("promised", promise != before.lastPromise())
        .param("now", Sql.at(now))
        .param("until", Sql.at(now.plus(holding.time())))
        .update();
  }

  /** The viewer's own last reply in a case, while it is held. */
  public Optional<Open> open(long caseId, Viewer viewer) {
    return access.rows().filed().any(caseId, Filed.Kind.SENT)
        ? held(caseId, viewer)
        : Optional.empty();
  }

  private Optional<Open> held(long caseId, Viewer viewer) {
    return sql.sql(
            """
            select message_id, until from case_sent where case_id = :case and person_id = :me
              and undone_at is null and until > :now order by message_id desc limit 1
            """)
        .param("case", caseId)
        .param("me", viewer.id())
        .param("now", Sql.at(access.now()))
        .query((rs, n) -> new Open(rs.getLong("message_id"), Sql.instant(rs, "until")))
        .optional();
  }

  /**
   * Takes one's own reply back; its words are the draft again.
   *
   * @throws Refusal when it has left, or the case was settled since
   */
  public void takeBack(long caseId, long message, Viewer by) {
    access.touch(
        caseId,
        Permission.WORK_CASE,
        by,
        matter -> {
          Sent sent = find(caseId, message, by).orElseThrow(TakeBacks::gone);
          Instant settledAt = matter.settledAt();
          if (matter.closed() || (settledAt != null && !settledAt.isBefore(sent.sentAt()))) {
            throw new Refusal("", "cases.undo.moved-on");
          }
          if (!traces.messages().takeBack(message, matter.asSubject(), by.actor())) {
            throw gone();
          }
          undo(matter, sent, by);
          mark(message);
          drafts.putBack(caseId, sent.fields(), by);
          traces
              .journal()
              .record(
                  "case.reply_taken_back",
                  matter.asSubject(),
                  by.actor(),
                  Map.of("message", message));
        });
  }

  private void undo(Case matter, Sent sent, Viewer by) {
    if (sent.promised()) {
      traces.promises().release(sent.promiseId(), "taken_back", by.actor());
    }
    Long owner = matter.ownerId();
    if (!sent.owned() && owner != null && owner == by.id()) {
      traces.handovers().giveBack(matter, by);
    }
    if (!sent.knew()) {
      sql.sql("update amends_case set customer_knows_at = null where id = :id")
          .param("id", matter.id())
          .update();
    }
    traces.nextMoment().point(matter.id());
  }

  private void mark(long message) {
    sql.sql("update case_sent set undone_at = :now where message_id = :id")
        .param("now", Sql.at(access.now()))
        .param("id", message)
        .update();
  }

  private Optional<Sent> find(long caseId, long message, Viewer by) {
    return sql.sql(
            """
            select * from case_sent where message_id = :id and case_id = :case and person_id = :me
              and undone_at is null
            """)
        .param("id", message)
        .param("case", caseId)
        .param("me", by.id())
        .query(TakeBacks::sent)
        .optional();
  }

  private static Sent sent(ResultSet rs, int n) throws SQLException {
    return new Sent(
        Drafts.pairs(rs),
        rs.getLong("promise_id"),
        rs.getBoolean("owned"),
        rs.getBoolean("knew"),
        rs.getBoolean("promised"),
        Sql.instant(rs, "sent_at"));
  }

  private static Refusal gone() {
    return new Refusal("", "cases.undo.gone");
  }
}
