package amends.messages;

import amends.journal.Journal;
import amends.messages.email.door.Doorstep;
import amends.messages.mailbox.Inlet;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays mail down durably, once for each distinct one, before its sender is told so. */
final class Arrivals implements Doorstep, Inlet {
  private static final String DOOR = "smtp";
  private static final String MAILBOX = "imap";

  private final JdbcClient sql;
  private final Acts acts;
  private final InstantSource clock;
  private final Journal journal;
  private final Senders senders;
  private Nudge reading = new Nudge();

  Arrivals(JdbcClient sql, Acts acts, InstantSource clock, Journal journal, Senders senders) {
    this.sql = sql;
    this.acts = acts;
    this.clock = clock;
    this.journal = journal;
    this.senders = senders;
  }

  Arrivals nudging(Nudge nudge) {
    reading = nudge;
    return this;
  }

  @Override
  public boolean expects(String address) {
    return senders.expects(address);
  }

  @Override
  public void lay(String envelopeFrom, List<String> envelopeTo, byte[] raw) {
    boolean isNew =
        acts.call(() -> store(new Way(DOOR, null, envelopeFrom, envelopeTo), raw).isPresent());
    if (isNew) {
      reading.pull();
    }
  }

  @Override
  public void lay(long mailboxId, String envelopeFrom, List<String> envelopeTo, byte[] raw) {
    acts.run(() -> store(new Way(MAILBOX, mailboxId, envelopeFrom, envelopeTo), raw));
  }

  @Override
  public void ready() {
    reading.pull();
  }

  /** By which way a mail came, and with which envelope. */
  private record Way(String door, @Nullable Long mailbox, String from, List<String> to) {}

  private OptionalLong store(Way way, byte[] raw) {
    OptionalLong id = insert(FirstLook.at(raw), way, raw);
    id.ifPresent(i ->
        journal.record(
            "inbound.stored", Subject.of("inbound", i), Actor.SYSTEM, Map.of("size", raw.length)));
    return id;
  }

  private OptionalLong insert(FirstLook look, Way way, byte[] raw) {
    Instant now = clock.instant();
    return sql.sql(
            """
            with kept as (
              insert into blob (sha256, size, content) values (:sha256, :size, :content)
              on conflict do nothing)
            insert into inbound (door, message_id, message_id_made, sha256, envelope_from,
              envelope_to, received_at, ready_at, mailbox_id, gist)
            values (:door, :id, :made, :sha256, :from, cast(:to as text[]), :now, :now, :mailbox,
              :gist)
            on conflict do nothing
            returning id
            """)
        .param("sha256", look.sha256())
        .param("size", raw.length)
        .param("content", raw)
        .param("door", way.door())
        .param("mailbox", way.mailbox())
        .param("gist", look.gist())
        .param("id", look.messageId())
        .param("made", look.made())
        .param("from", way.from())
        .param("to", way.to().toArray(String[]::new))
        .param("now", Sql.at(now))
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }
}
