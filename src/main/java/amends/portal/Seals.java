package amends.portal;

import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The seal of a form that strangers see: shows that we gave out this form, for this purpose, a
 * while ago, and lets it act once. Needs neither cookie nor session, so that looking at a page
 * writes nothing and a form within another site's frame works.
 */
@Component
public final class Seals {
  static final Duration VALID = Duration.ofHours(24);
  private static final String PURPOSE = "portal.seal";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Secrets secrets;
  private final Tokens tokens;

  Seals(JdbcClient sql, InstantSource clock, Secrets secrets, Tokens tokens) {
    this.sql = sql;
    this.clock = clock;
    this.secrets = secrets;
    this.tokens = tokens;
  }

  /**
   * For the hidden field of a form about to be shown.
   *
   * @param form what it is for; a seal opens no other form
   */
  public String seal(String form) {
    String plain = clock.instant().getEpochSecond() + "." + tokens.next();
    return plain + "." + mac(form, plain);
  }

  /**
   * Uses the seal up within the caller's act, so that a refused form can be mended and sent again.
   *
   * @param what the act and what was typed: the same sent twice is one, something else is another
   * @return false when the form was sent before
   * @throws Refusal when we gave out no such form, or too long ago
   */
  public boolean use(String form, String seal, String what) {
    check(form, seal);
    return sql.sql("insert into portal_once (hash, at) values (:hash, :now) on conflict do nothing")
            .param("hash", Tokens.hash(form + " " + seal + " " + what))
            .param("now", Sql.at(clock.instant()))
            .update()
        == 1;
  }

  private void check(String form, String seal) {
    int cut = seal.lastIndexOf('.');
    String plain = cut < 0 ? "" : seal.substring(0, cut);
    boolean ours =
        plain.matches("\\d{9,12}\\.[\\w-]{22}") && opens(form, plain, seal.substring(cut + 1));
    if (!ours || givenOut(plain).plus(VALID).isBefore(clock.instant())) {
      throw new Refusal("", "portal.refusal.form-old");
    }
  }

  private static Instant givenOut(String seal) {
    return Instant.ofEpochSecond(Long.parseLong(seal.substring(0, seal.indexOf('.'))));
  }

  private boolean opens(String form, String plain, String mac) {
    try {
      return secrets.keys().verify(PURPOSE, data(form, plain), Base64.getUrlDecoder().decode(mac));
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }

  private String mac(String form, String plain) {
    byte[] mac = secrets.keys().mac(PURPOSE, data(form, plain));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  private static byte[] data(String form, String plain) {
    return (form + "\n" + plain).getBytes(StandardCharsets.UTF_8);
  }
}
