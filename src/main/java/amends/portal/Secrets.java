package amends.portal;

import amends.shared.KeyRing;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Words that are made again whenever a letter leaves, from a number and the installation's key, so
 * that the database never holds them.
 */
@Component
final class Secrets {
  private static final int TOKEN_BYTES = 16;
  private static final int CODES = 1_000_000;

  private final KeyRing keys;

  Secrets(KeyRing keys) {
    this.keys = keys;
  }

  KeyRing keys() {
    return keys;
  }

  /** 128 bits that nobody without the key can guess, as 22 characters for a link. */
  String token(String purpose, long id) {
    byte[] mac = keys.mac("portal." + purpose, number(id));
    // The first byte is the key's version and known to everybody.
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(mac, 1, 1 + TOKEN_BYTES));
  }

  /** Six digits. Of 2^63 numbers every remainder is as likely as the next to within 1e-12. */
  String code(long id) {
    long number =
        ByteBuffer.wrap(keys.mac("portal.code", number(id)), 1, 8).getLong() & Long.MAX_VALUE;
    return "%06d".formatted(number % CODES);
  }

  private static byte[] number(long id) {
    return ByteBuffer.allocate(Long.BYTES).putLong(id).array();
  }
}
