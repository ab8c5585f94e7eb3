package amends.messages;

import amends.customers.Choices;
import amends.customers.Purpose;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Addresses where nothing but words of safety may be sent: somebody there said stop, or complained
 * to their provider. Kept as a hash, so that it still stands when the address itself is erased.
 */
@Component
public final class Suppressions {
  /** They asked for it; it was set by mistake; somebody else has the address now. */
  public static final List<String> WHY = List.of("asked", "mistake", "other_person");

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final Choices choices;

  Suppressions(JdbcClient sql, InstantSource clock, Acts acts, Journal journal, Choices choices) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.choices = choices;
  }

  /** Why nothing may be sent there, and since when. */
  public record Suppression(long id, String reason, Instant at) {}

  /**
   * @param reason {@code stop}, {@code complaint} or {@code colleague}
   */
  public void suppress(Medium medium, String address, String reason, Actor by) {
    suppress(medium, address, reason, null, by);
  }

  /**
   * @param reference what the provider calls the word by which they said so
   */
  public void suppress(
      Medium medium, String address, String reason, @Nullable String reference, Actor by) {
    acts.run(() ->
        sql.sql(
                """
                insert into suppression (channel, address_hash, reason, set_at, set_ref)
                values (:channel, :hash, :reason, :now, :ref)
                on conflict (channel, address_hash) where lifted_at is null do nothing returning id
                """)
            .param("channel", medium.channel().code())
            .param("hash", ContactFacts.hash(medium, address))
            .param("reason", reason)
            .param("ref", reference, Types.VARCHAR)
            .param("now", Sql.at(clock.instant()))
            .query(Long.class)
            .optional()
            .ifPresent(id ->
                journal.record(
                    "suppression.set",
                    Subject.of("suppression", id),
                    by,
                    Map.of("channel", medium.channel().code(), "reason", reason))));
  }

  public void lift(Medium medium, String address, Actor by) {
    lift(medium, address, new Word(null, null), by);
  }

  /**
   * They lift it themselves.
   *
   * @param reference what the provider calls the word by which they said so
   */
  public void liftBy(String reference, Medium medium, String address, Actor by) {
    lift(medium, address, new Word(null, reference), by);
  }

  /** Whether this word of theirs was heeded before: providers tell each several times. */
  public boolean heeded(Medium medium, String address, String reference) {
    return sql.sql(
            """
            select exists (select from suppression where channel = :channel
              and address_hash = :hash and :ref in (set_ref, lifted_ref))
            """)
        .param("channel", medium.channel().code())
        .param("hash", ContactFacts.hash(medium, address))
        .param("ref", reference)
        .query(Boolean.class)
        .single();
  }

  /** Why it is lifted, or by which word of theirs. */
  private record Word(@Nullable String why, @Nullable String reference) {}

  /**
   * A colleague lifts it.
   *
   * @param why one of {@link #WHY}
   * @throws Refusal of the field {@code why}
   */
  public void liftBecause(Medium medium, String address, String why, Actor by) {
    if (!WHY.contains(why)) {
      throw new Refusal("why", "messages.suppression.why");
    }
    lift(medium, address, new Word(why, null), by);
  }

  private void lift(Medium medium, String address, Word word, Actor by) {
    acts.run(() ->
        sql.sql(
                """
                update suppression set lifted_at = :now, lifted_why = :why, lifted_ref = :ref
                where channel = :channel and address_hash = :hash and lifted_at is null returning id
                """)
            .param("channel", medium.channel().code())
            .param("hash", ContactFacts.hash(medium, address))
            .param("now", Sql.at(clock.instant()))
            .param("why", word.why(), Types.VARCHAR)
            .param("ref", word.reference(), Types.VARCHAR)
            .query(Long.class)
            .optional()
            .ifPresent(
                id -> journal.record("suppression.lifted", Subject.of("suppression", id), by)));
  }

  public Optional<Suppression> standing(Medium medium, String address) {
    return sql.sql(
            """
            select id, reason, set_at from suppression
            where channel = :channel and address_hash = :hash and lifted_at is null
            """)
        .param("channel", medium.channel().code())
        .param("hash", ContactFacts.hash(medium, address))
        .query((rs, n) ->
            new Suppression(rs.getLong("id"), rs.getString("reason"), Sql.instant(rs, "set_at")))
        .optional();
  }

  boolean stands(Medium medium, String address) {
    return standing(medium, address).isPresent();
  }

  /** Whether they want no service messages over one. */
  Predicate<Medium> unwanted(long customer) {
    List<Choices.Choice> said = choices.of(customer);
    return medium ->
        Choices.word(said, Purpose.SERVICE, medium.channel()).filter(w -> !w).isPresent();
  }
}
