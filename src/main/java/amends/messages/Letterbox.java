package amends.messages;

import amends.messages.email.Bounds;
import amends.messages.email.MailReader;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Settings;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.shared.Tokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes in what people write otherwise than by mail, on the way that mail takes: stored raw, read
 * by the same reader within the same bounds, handed to the same intake, filed as the same kind of
 * message. It is all done when this returns.
 */
@Component
public final class Letterbox {
  private final Tools tools;
  private final Acts acts;
  private final InstantSource clock;
  private final Reading reading;
  private final ObjectProvider<Intake> intake;

  Letterbox(
      Tools tools, Acts acts, InstantSource clock, Reading reading, ObjectProvider<Intake> intake) {
    this.tools = tools;
    this.acts = acts;
    this.clock = clock;
    this.reading = reading;
    this.intake = intake;
  }

  /** What a slip is stored with. */
  @Component
  static final class Tools {
    private final JdbcClient sql;
    private final Tokens tokens;
    private final Settings settings;

    Tools(JdbcClient sql, Tokens tokens, Settings settings) {
      this.sql = sql;
      this.tokens = tokens;
      this.settings = settings;
    }
  }

  /** What became of a slip: the message that it was filed as, and the case. */
  public record Dropped(long messageId, Subject about, long customerId) {}

  /**
   * Takes it in within the caller's act, or in one of its own.
   *
   * @param what where it goes: to a case that is there, or to a new one
   * @param by whose decision that is
   * @throws Refusal of the field {@code email} when no mail could name the address
   */
  public Dropped drop(Slip slip, Disposition what, Actor by) {
    Instant now = clock.instant();
    String id =
        "<%s-%s@%s>".formatted(slip.door(), tools.tokens.next(), tools.settings.mailDomain());
    byte[] bytes = written(slip, id, now);
    ReadMail mail = MailReader.read(bytes, Bounds.USUAL, slip.from().address());
    return acts.call(() -> {
      long inbound = store(slip, bytes, now);
      InboundRows.Raw raw = reading.raw(inbound);
      Taken taken = reading.readAgain(raw, mail, intake.getObject(), new Arrived.Decided(what, by));
      Filing.Place place = Filing.place(taken);
      if (place == null) {
        throw new IllegalStateException("a decided slip went nowhere: " + taken);
      }
      return new Dropped(finish(inbound, slip.door(), now), place.about(), place.customerId());
    });
  }

  /**
   * The same for what a provider hands over any number of times: taken in once.
   *
   * @param reference what the provider calls it
   * @param address whom it came from, as it is written to on that channel
   * @return empty when it was taken in before
   */
  public Optional<Dropped> dropOnce(
      Slip slip, String reference, String address, Disposition what, Actor by) {
    return acts.call(() -> {
      if (known(slip.door(), reference)) {
        return Optional.empty();
      }
      Dropped dropped = drop(slip, what, by);
      tools
          .sql
          .sql("update message set provider_ref = :ref, address = :address where id = :id")
          .param("ref", reference)
          .param("address", address)
          .param("id", dropped.messageId())
          .update();
      return Optional.of(dropped);
    });
  }

  /** Two that bring the same at once wait for each other here. */
  private boolean known(String door, String reference) {
    tools
        .sql
        .sql("select pg_advisory_xact_lock(hashtextextended('messages.once ' || :ref, 0))")
        .param("ref", door + " " + reference)
        .query((rs, n) -> true)
        .single();
    return tools
        .sql
        .sql(
            """
            select exists (select from message
              where direction = 'in' and channel = :door and provider_ref = :ref)
            """)
        .param("door", door)
        .param("ref", reference)
        .query(Boolean.class)
        .single();
  }

  private static byte[] written(Slip slip, String id, Instant now) {
    try {
      return SlipMail.write(slip, id, now);
    } catch (IllegalArgumentException unwritable) {
      throw new Refusal("email", "messages.send.address", slip.from().address());
    }
  }

  private long store(Slip slip, byte[] bytes, Instant now) {
    FirstLook look = FirstLook.at(bytes);
    return tools
        .sql
        .sql(
            """
            with kept as (
              insert into blob (sha256, size, content) values (:sha256, :size, :content)
              on conflict do nothing)
            insert into inbound (door, message_id, message_id_made, sha256, envelope_from,
              envelope_to, received_at, ready_at)
            values (:door, :id, false, :sha256, :from, cast(:to as text[]), :now, :now)
            returning id
            """)
        .param("sha256", look.sha256())
        .param("size", bytes.length)
        .param("content", bytes)
        .param("door", slip.door())
        .param("id", look.messageId())
        .param("from", slip.from().address())
        .param("to", List.of(slip.to()).toArray(String[]::new))
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  /** Nobody else may read it again; its message says by which way it came. */
  private long finish(long inbound, String door, Instant now) {
    return tools
        .sql
        .sql(
            """
            with read as (update inbound set done_at = :now where id = :inbound)
            update message set channel = :door where inbound_id = :inbound returning id
            """)
        .param("now", Sql.at(now))
        .param("inbound", inbound)
        .param("door", door)
        .query(Long.class)
        .single();
  }
}
