package amends.messages;

import amends.journal.Journal;
import amends.messages.email.door.Doorstep;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays mail down durably, once for each distinct one, before its sender is told so. */
final class Arrivals implements Doorstep {
  private static final String DOOR = "smtp";

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
    FirstLook look = FirstLook.at(raw);
    boolean isNew =
        acts.call(() -> {
          OptionalLong id = insert(look, envelopeFrom, envelopeTo, raw);
          id.ifPresent(i ->
              journal.record(
                  "inbound.stored",
                  Subject.of("inbound", i),
                  Actor.SYSTEM,
                  Map.of("size", raw.length)));
          return id.isPresent();
        });
    if (isNew) {
      reading.pull();
    }
  }

  private OptionalLong insert(FirstLook look, String from, List<String> to, byte[] raw) {
    Instant now = clock.instant();
    return sql.sql(
            """
            with kept as (
              insert into blob (sha256, size, content) values (:sha256, :size, :content)
              on conflict do nothing)
            insert into inbound (door, message_id, message_id_made, sha256, envelope_from,
              envelope_to, received_at, ready_at)
            values (:door, :id, :made, :sha256, :from, cast(:to as text[]), :now, :now)
            on conflict (door, message_id, sha256) do nothing
            returning id
            """)
        .param("sha256", look.sha256())
        .param("size", raw.length)
        .param("content", raw)
        .param("door", DOOR)
        .param("id", look.messageId())
        .param("made", look.made())
        .param("from", from)
        .param("to", to.toArray(String[]::new))
        .param("now", Sql.at(now))
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }
}
