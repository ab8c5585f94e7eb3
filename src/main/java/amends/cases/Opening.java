package amends.cases;

import amends.journal.Journal;
import amends.promises.NewPromise;
import amends.promises.Owner;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opening a case: its number, its owner and its first next moment come into being together. */
@Component
final class Opening {
  private static final int SUBJECT_LENGTH = 200;

  /** Ends with {@code returning *}, for {@link CaseRows#CASE}. */
  static final String INSERT =
      """
      insert into amends_case (id, brand_id, team_id, owner_id, customer_id, channel, subject,
        happened, asks, order_id, unit_id, opened_at, opened_by_kind, opened_by_id,
        customer_knows_at, owned_at, next_promise_id, next_due_at, next_warn_at)
      values (:id, :brand, :team, :owner, :customer, :channel, :subject,
        :happened, :asks, :order, :unit, :now, :byKind, :byId,
        :knows, :owned, :promise, :due, :warn)
      returning *
      """;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Promises promises;
  private final Journal journal;

  Opening(JdbcClient sql, InstantSource clock, Promises promises, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.promises = promises;
    this.journal = journal;
  }

  Case open(NewCase draft) {
    long id = sql.sql("select nextval('amends_case_id_seq')").query(Long.class).single();
    return tell(draft, insert(INSERT, id, draft).query(CaseRows.CASE).single());
  }

  /** Promises the first next moment, and is about to write the case with it. */
  JdbcClient.StatementSpec insert(String statement, long id, NewCase draft) {
    Promise first = promise(id, draft);
    Instant now = clock.instant();
    return sql.sql(statement)
        .param("id", id)
        .param("brand", draft.brandId())
        .param("team", draft.teamId())
        .param("owner", draft.ownerId())
        .param("customer", draft.customerId())
        .param("channel", draft.channel())
        .param("subject", subject(draft.subject()))
        .param("happened", draft.happened().strip())
        .param("asks", draft.asks())
        .param("order", draft.orderId())
        .param("unit", draft.unitId())
        .param("now", Sql.at(now))
        .param("byKind", draft.openedBy().kind())
        .param("byId", draft.openedBy().id())
        .param("knows", Sql.atOrNull(draft.customerKnows() ? now : null))
        .param("owned", Sql.atOrNull(draft.ownerId() == null ? null : now))
        .param("promise", first.id())
        .param("due", Sql.at(first.dueAt()))
        .param("warn", Sql.at(first.warnAt()));
  }

  private Promise promise(long id, NewCase draft) {
    if (draft.subject().isBlank()) {
      throw new Refusal("subject", "cases.refusal.no-subject");
    }
    return promises.make(
        new NewPromise(
            Case.subject(id),
            draft.customerId(),
            draft.next(),
            draft.nextWords(),
            draft.nextDueAt(),
            new Owner(draft.ownerId(), draft.teamId()),
            draft.openedBy()));
  }

  Case tell(NewCase draft, Case opened) {
    journal.record(
        "case.opened",
        opened.asSubject(),
        draft.openedBy(),
        Map.of("customer", draft.customerId(), "team", draft.teamId(), "channel", draft.channel()));
    return opened;
  }

  Instant now() {
    return clock.instant();
  }

  static String subject(String given) {
    String subject = given.strip();
    return subject.length() <= SUBJECT_LENGTH
        ? subject
        : subject.substring(0, SUBJECT_LENGTH - 1) + "…";
  }
}
