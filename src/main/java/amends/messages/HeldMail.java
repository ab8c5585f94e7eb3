package amends.messages;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.time.Alarms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lays mail aside for a look, with an alarm that rings when nobody has looked. */
@Component
final class HeldMail {
  static final String AGE_BELL = "held.age";
  private static final int LONGEST_DETAIL = 500;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Alarms alarms;
  private final Journal journal;
  private final InboundRows inbound;

  HeldMail(
      JdbcClient sql, InstantSource clock, Alarms alarms, Journal journal, InboundRows inbound) {
    this.sql = sql;
    this.clock = clock;
    this.alarms = alarms;
    this.journal = journal;
    this.inbound = inbound;
  }

  /**
   * Why mail is held: a kind, the key of a sentence, what that names, what it seems to be about.
   */
  record Reason(HeldKind kind, String key, String detail, @Nullable Subject about) {}

  long hold(InboundRows.Raw raw, ReadMail mail, Reason reason) {
    Instant dueAt = clock.instant().plus(HeldMoments.LOOK_WITHIN);
    long id = insert(raw, mail, reason, dueAt);
    inbound.disposed(raw.id(), id, word(reason.kind()));
    alarms.set(AGE_BELL, Subject.of("held", id), dueAt);
    journal.record(
        "mail.held",
        Subject.of("held", id),
        Actor.SYSTEM,
        Map.of("inbound", raw.id(), "kind", word(reason.kind()), "reason", reason.key()));
    return id;
  }

  private long insert(InboundRows.Raw raw, ReadMail mail, Reason reason, Instant dueAt) {
    MailPerson from = mail.from();
    Subject about = reason.about();
    return sql.sql(
            """
            insert into held_mail (inbound_id, kind, reason, detail, about_kind, about_id, sender,
              subject, received_at, due_at)
            values (:inbound, :kind, :reason, :detail, :aboutKind, :aboutId, :sender, :subject,
              :received, :due)
            returning id
            """)
        .param("inbound", raw.id())
        .param("kind", word(reason.kind()))
        .param("reason", reason.key())
        .param("detail", shortened(reason.detail()))
        .param("aboutKind", about == null ? null : about.kind())
        .param("aboutId", about == null ? null : about.id())
        .param("sender", from == null ? raw.envelopeFrom() : from.written())
        .param("subject", mail.subject())
        .param("received", Sql.at(raw.receivedAt()))
        .param("due", Sql.at(dueAt))
        .query(Long.class)
        .single();
  }

  /** Notes what became of it; nobody needs to be reminded any more. */
  void decide(long id, Actor by, String decision, @Nullable String dismissal) {
    sql.sql(
            """
            update held_mail set decided_at = :now, decided_by_kind = :byKind, decided_by_id = :byId,
              decision = :decision, dismissal = :dismissal
            where id = :id
            """)
        .param("now", Sql.at(clock.instant()))
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("decision", decision)
        .param("dismissal", dismissal)
        .param("id", id)
        .update();
    alarms.silence(AGE_BELL, Subject.of("held", id));
    journal.record("mail.decided", Subject.of("held", id), by, Map.of("decision", decision));
  }

  static String word(HeldKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String shortened(String detail) {
    return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
  }
}
