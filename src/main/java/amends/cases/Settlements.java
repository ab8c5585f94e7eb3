package amends.cases;

import amends.customers.Channel;
import amends.customers.Customers;
import amends.journal.Journal;
import amends.promises.Cadences;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Settling a matter: the outcome, what was done, and the follow-up that is promised with it. */
@Component
final class Settlements {
  private final JdbcClient sql;
  private final NextMoment nextMoment;
  private final Promises promises;
  private final Journal journal;
  private final Words words;

  Settlements(
      JdbcClient sql, NextMoment nextMoment, Promises promises, Journal journal, Words words) {
    this.sql = sql;
    this.nextMoment = nextMoment;
    this.promises = promises;
    this.journal = journal;
    this.words = words;
  }

  void settle(Case matter, Settling how, Viewer by, Instant now) {
    refuseIncomplete(matter, how);
    long id = insert(matter, how, by, now);
    journal.record(
        "case.settled",
        matter.asSubject(),
        by.actor(),
        Map.of("settlement", id, "outcome", how.outcome().code()));
    if (how.outcome() != Outcome.DUPLICATE) {
      words.cadences().settled(matter.asSubject(), by.actor());
    }
    Instant followUpAt = how.followUpAt();
    if (followUpAt != null) {
      promiseFollowUp(matter, followUpAt, how.channel(), by);
    }
  }

  /** The look back, and no more looks of our own: somebody has decided. */
  void promiseFollowUp(Case matter, Instant dueAt, @Nullable Channel channel, Viewer by) {
    for (Promise look : nextMoment.looks(matter.id())) {
      promises.release(look.id(), "settled", by.actor());
    }
    String promised = words.followUp(matter.customerId(), channel);
    nextMoment.promise(matter, Promise.Kind.FOLLOW_UP, promised, dueAt, by.actor());
    nextMoment.point(matter.id());
  }

  /** The outcome that stands; null while it is not settled. */
  @Nullable Outcome outcome(long caseId) {
    return sql.sql("select outcome from settlement where case_id = :case and undone_at is null")
        .param("case", caseId)
        .query(String.class)
        .optional()
        .map(Outcome::of)
        .orElse(null);
  }

  /** How they are asked, as it was said when it was settled. */
  @Nullable Channel channel(long caseId) {
    return sql.sql("select channel from settlement where case_id = :case and undone_at is null")
        .param("case", caseId)
        .query((rs, n) -> Optional.ofNullable(rs.getString("channel")).map(Channel::of))
        .optional()
        .flatMap(chosen -> chosen)
        .orElse(null);
  }

  private void refuseIncomplete(Case matter, Settling how) {
    if (matter.settled()) {
      throw new Refusal("outcome", "cases.refusal.settled");
    }
    if (how.done().isBlank()) {
      throw new Refusal("done", "cases.refusal.no-done");
    }
    switch (how.outcome()) {
      case REFUSED -> {
        require(how.reasons(), "reasons", "cases.refusal.no-reasons");
        require(how.turnTo(), "turn_to", "cases.refusal.no-turn-to");
      }
      case FORWARDED -> require(how.forwardedTo(), "forwarded_to", "cases.refusal.no-forwarded");
      case DUPLICATE -> refuseBadSurvivor(matter, how.survivor());
      case MADE_RIGHT, PARTLY, UNANSWERED, WITHDRAWN -> {}
    }
    if (how.outcome() == Outcome.DUPLICATE) {
      return;
    }
    if (how.followUpAt() == null) {
      throw new Refusal("follow_up", "cases.refusal.no-follow-up");
    }
    words.fields().requireComplete(matter);
  }

  private void refuseBadSurvivor(Case matter, @Nullable Long survivor) {
    if (survivor == null || survivor == matter.id()) {
      throw new Refusal("survivor", "cases.refusal.no-survivor");
    }
    boolean open =
        sql.sql(
                """
                select c.closed_at is null
                  and coalesce(k.merged_into, k.id) = coalesce(m.merged_into, m.id)
                from amends_case c join customers_v_customer k on k.id = c.customer_id
                join customers_v_customer m on m.id = :customer where c.id = :id
                """)
            .param("id", survivor)
            .param("customer", matter.customerId())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (!open) {
      throw new Refusal("survivor", "cases.refusal.survivor-not-open", String.valueOf(survivor));
    }
    refuseSeenByMore(matter, survivor);
  }

  /** What was said in a duplicate shows in its survivor: to nobody who may not know of it. */
  private void refuseSeenByMore(Case matter, long survivor) {
    Set<Long> named = matter.named();
    if (named == null) {
      return;
    }
    boolean within =
        sql.sql(
                """
                select coalesce(named_only <@ cast(:named as bigint[]), false)
                from amends_case where id = :id
                """)
            .param("named", named.toArray(Long[]::new))
            .param("id", survivor)
            .query(Boolean.class)
            .single();
    if (!within) {
      throw new Refusal("survivor", "cases.refusal.merge-restricted");
    }
  }

  private static void require(@Nullable String value, String field, String key) {
    if (value == null || value.isBlank()) {
      throw new Refusal(field, key);
    }
  }

  private long insert(Case matter, Settling how, Viewer by, Instant now) {
    return sql.sql(
            """
            with settled as (update amends_case set settled_at = :now where id = :case)
            insert into settlement (case_id, outcome, done, reasons, turn_to, survivor_id,
              forwarded_to, settled_by, settled_by_token, settled_at, channel)
            values (:case, :outcome, :done, :reasons, :turnTo, :survivor, :forwardedTo, :by, :byToken,
              :now, :channel)
            returning id
            """)
        .param("case", matter.id())
        .param("outcome", how.outcome().code())
        .param("done", how.done().strip())
        .param("reasons", how.reasons())
        .param("turnTo", how.turnTo())
        .param("survivor", how.outcome() == Outcome.DUPLICATE ? how.survivor() : null)
        .param("forwardedTo", how.forwardedTo())
        .param("by", by.personOrNull())
        .param("byToken", by.tokenOrNull())
        .param("now", Sql.at(now))
        .param("channel", how.channel() == null ? null : how.channel().code())
        .query(Long.class)
        .single();
  }

  /** What else goes with a settlement: words in the customer's language, fields, rhythms. */
  @Component
  static final class Words {
    private final Customers customers;
    private final Letters letters;
    private final FieldValues fields;
    private final Cadences cadences;

    Words(Customers customers, Letters letters, FieldValues fields, Cadences cadences) {
      this.cadences = cadences;
      this.customers = customers;
      this.letters = letters;
      this.fields = fields;
    }

    Cadences cadences() {
      return cadences;
    }

    FieldValues fields() {
      return fields;
    }

    String followUp(long customerId, @Nullable Channel channel) {
      return letters.followUpPromise(customers.customer(customerId), channel);
    }
  }
}
