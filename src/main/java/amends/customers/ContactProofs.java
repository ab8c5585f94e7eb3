package amends.customers;

import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Tokens;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Showing that an address is a customer's: a code is sent there, the customer says it, and a
 * colleague has checked who says it. Where a mail seems to come from proves nothing (RELIABILITY
 * §8), and a reply address with a valid MAC only routes.
 */
@Component
public final class ContactProofs {
  /** How long a code is good. */
  public static final Duration VALID = Duration.ofDays(3);

  private static final int MOST_TRIES = 5;
  private static final BigInteger CODES = BigInteger.valueOf(100_000_000);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Tokens tokens;
  private final Customers customers;

  ContactProofs(
      JdbcClient sql, InstantSource clock, Acts acts, Tokens tokens, Customers customers) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.tokens = tokens;
    this.customers = customers;
  }

  /**
   * A new code of eight digits for a message to the address; an older one ends with it. Only its
   * hash is kept.
   */
  public String code(long contact) {
    BigInteger random =
        new BigInteger(1, Tokens.sha256(tokens.next().getBytes(StandardCharsets.UTF_8)));
    String code = String.format(Locale.ROOT, "%08d", random.mod(CODES).longValue());
    Instant now = clock.instant();
    acts.run(() ->
        sql.sql(
                """
                insert into contact_code (contact_id, code_hash, sent_at, expires_at)
                values (:contact, :hash, :now, :expires)
                on conflict (contact_id) do update set code_hash = excluded.code_hash,
                  sent_at = excluded.sent_at, expires_at = excluded.expires_at, tries = 0
                """)
            .param("contact", contact)
            .param("hash", hash(contact, code))
            .param("now", Sql.at(now))
            .param("expires", Sql.at(now.plus(VALID)))
            .update());
    return code;
  }

  /** Since when a code that is still good is out. */
  public Optional<Instant> sent(long contact) {
    return sql.sql(
            "select sent_at from contact_code where contact_id = :contact and expires_at > :now")
        .param("contact", contact)
        .param("now", Sql.at(clock.instant()))
        .query((rs, n) -> Sql.instant(rs, "sent_at"))
        .optional();
  }

  /**
   * Whether this is the code. An act of its own, because a wrong try counts though what it was
   * tried for is refused; after five the code is no longer good.
   */
  public boolean isRight(long contact, String code) {
    return acts.call(() ->
        sql.sql(
                """
                update contact_code set tries = tries + 1
                where contact_id = :contact and expires_at > :now and tries < :most
                returning code_hash
                """)
            .param("contact", contact)
            .param("now", Sql.at(clock.instant()))
            .param("most", MOST_TRIES)
            .query((rs, n) -> rs.getBytes("code_hash"))
            .optional()
            .filter(known -> MessageDigest.isEqual(known, hash(contact, code)))
            .isPresent());
  }

  /**
   * The address is theirs: they said the code that was sent there, or answered a call to it.
   *
   * @param how {@code code} or {@code called}
   */
  public void verified(long contact, String how, Actor by) {
    acts.run(() -> {
      sql.sql("delete from contact_code where contact_id = :contact")
          .param("contact", contact)
          .update();
      customers.verify(contact, how, by);
    });
  }

  private static byte[] hash(long contact, String code) {
    String digits = code.replaceAll("\\D", "");
    if (digits.isEmpty()) {
      throw new Refusal("code", "customers.refuse.code");
    }
    return Tokens.hash(contact + " " + digits);
  }
}
