package amends.messages;

import amends.journal.Journal;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes an outgoing message and the delivery that a courier will take. */
@Component
final class Sending {
  /** How long a delivery is tried (RFC 5321 asks for at least four to five days of a server). */
  static final Duration TRIED_FOR = Duration.ofHours(72);

  private final JdbcClient sql;
  private final Departures departures;
  private final Journal journal;
  private final Addresses addresses;
  private final ApplicationEventPublisher events;

  Sending(
      JdbcClient sql,
      Departures departures,
      Journal journal,
      Addresses addresses,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.departures = departures;
    this.journal = journal;
    this.addresses = addresses;
    this.events = events;
  }

  /**
   * @param notSent the key of the sentence that says why it must not be sent; null when it may
   */
  void write(long id, Outgoing draft, @Nullable String notSent) {
    if (draft.next() instanceof Next.By(String words, Instant dueAt, long promiseId)
        && words.isBlank()) {
      throw new Refusal("next", "messages.send.next");
    }
    insert(id, draft, notSent);
    if (notSent != null) {
      events.publishEvent(new MessageNotSent(id, draft.about(), notSent));
    }
    journal.record(
        notSent == null ? "message.sent" : "message.not_sent",
        Subject.of("message", id),
        draft.author(),
        payload(draft, notSent));
  }

  long nextId() {
    return sql.sql("select nextval('message_id_seq')").query(Long.class).single();
  }

  private static Map<String, Object> payload(Outgoing draft, @Nullable String notSent) {
    return Map.of(
        "about_kind", draft.about().kind(),
        "about", draft.about().id(),
        "kind", word(draft.kind()),
        "reason", notSent == null ? "" : notSent);
  }

  /** One statement, so that there is no message to be sent without its delivery. */
  private void insert(long id, Outgoing draft, @Nullable String notSent) {
    Instant now = departures.now();
    Next.@Nullable By by = draft.next() instanceof Next.By promised ? promised : null;
    sql.sql(
            """
            with written as (
              insert into message (id, direction, channel, about_kind, about_id, customer_id,
                brand_id, author_kind, author_id, address, name, subject, body, reply_text, kind,
                automatic, rfc_id, answers, occurred_at, next_words, next_due_at, next_promise_id,
                nothing_more, not_sent)
              values (:id, 'out', 'email', :aboutKind, :aboutId, :customer, :brand, :authorKind,
                :authorId, :address, '', :subject, :body, :body, :kind, :automatic, :rfcId,
                :answers, :now, :nextWords, :nextDue, :nextPromise, :nothingMore, :notSent)
              returning *)
            insert into delivery (message_id, customer_id, channel, address, created_at, give_up_at,
              ready_at)
            select id, customer_id, channel, address, occurred_at, :giveUp, :ready
            from written where not_sent is null
            """)
        .param("id", id)
        .param("aboutKind", draft.about().kind())
        .param("aboutId", draft.about().id())
        .param("customer", draft.customerId())
        .param("brand", draft.brandId())
        .param("authorKind", draft.author().kind())
        .param("authorId", draft.author().id())
        .param("address", draft.toAddress().strip())
        .param("subject", draft.subject())
        .param("body", draft.body())
        .param("kind", word(draft.kind()))
        .param("automatic", draft.kind().automatic())
        .param("rfcId", addresses.messageId(draft.about(), draft.customerId(), id))
        .param("answers", draft.answers())
        .param("now", Sql.at(now))
        .param("giveUp", Sql.at(now.plus(TRIED_FOR)))
        .param("ready", Sql.at(departures.readyAt(draft)))
        .param("nextWords", by == null ? null : by.words())
        .param("nextDue", by == null ? null : Sql.at(by.dueAt()))
        .param("nextPromise", by == null ? null : by.promiseId())
        .param("nothingMore", by == null)
        .param("notSent", notSent)
        .update();
  }

  static String word(Outgoing.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
