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
  private final Written written;

  Sending(
      JdbcClient sql,
      Departures departures,
      Journal journal,
      Addresses addresses,
      Written written) {
    this.sql = sql;
    this.departures = departures;
    this.journal = journal;
    this.addresses = addresses;
    this.written = written;
  }

  void write(long id, Outgoing draft, Clearance clearance) {
    String notSent = clearance instanceof Clearance.Stays(String why) ? why : null;
    if (draft.next() instanceof Next.By(String words, Instant dueAt, long promiseId)
        && words.isBlank()) {
      throw new Refusal("next", "messages.send.next");
    }
    Instant from =
        clearance instanceof Clearance.Goes(Instant moment, String waits)
            ? departures.readyAt(draft, moment)
            : departures.now();
    Long delivery = insert(id, draft, notSent, from);
    written.tell(id, draft, delivery, from, notSent);
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
  private @Nullable Long insert(long id, Outgoing draft, @Nullable String notSent, Instant from) {
    Instant now = departures.now();
    Next.@Nullable By by = draft.next() instanceof Next.By promised ? promised : null;
    return sql.sql(
            """
            with written as (
              insert into message (id, direction, channel, about_kind, about_id, customer_id,
                brand_id, author_kind, author_id, address, name, subject, body, reply_text, kind,
                automatic, rfc_id, answers, occurred_at, next_words, next_due_at, next_promise_id,
                nothing_more, not_sent, purpose, onward)
              values (:id, 'out', :channel, :aboutKind, :aboutId, :customer, :brand, :authorKind,
                :authorId, :address, '', :subject, :body, :body, :kind, :automatic, :rfcId,
                :answers, :now, :nextWords, :nextDue, :nextPromise, :nothingMore, :notSent,
                :purpose, :onward)
              returning *)
            insert into delivery (message_id, customer_id, channel, address, created_at, give_up_at,
              ready_at, connection_id)
            select id, customer_id, channel, address, occurred_at, :giveUp, :ready, :connection
            from written where not_sent is null
            returning id
            """)
        .param("channel", draft.medium().code())
        .param("purpose", draft.purpose().code())
        .param("onward", draft.onward())
        .param("connection", written.connection(draft))
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
        .param("giveUp", Sql.at(from.plus(TRIED_FOR)))
        .param("ready", Sql.at(from))
        .param("nextWords", by == null ? null : by.words())
        .param("nextDue", by == null ? null : Sql.at(by.dueAt()))
        .param("nextPromise", by == null ? null : by.promiseId())
        .param("nothingMore", by == null)
        .param("notSent", notSent)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  static String word(Outgoing.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
