package amends.staff;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change each half minute (RFC 6238, with the values that apps expect).
 */
final class Totp {
  static final int SECRET_BYTES = 20;
  static final int STEP_SECONDS = 30;
  private static final int DIGITS = 6;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), (long) STEP_SECONDS);
  }

  /** RFC 4226, section 5.3. */
  static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HMAC-SHA1", e);
    }
  }

  /** The step that the code belongs to: this one, the one before or the next; clocks differ. */
  static OptionalLong match(byte[] secret, String code, Instant now) {
    OptionalLong found = OptionalLong.empty();
    byte[] typed = code.getBytes(StandardCharsets.UTF_8);
    for (long step = step(now) - 1; step <= step(now) + 1; step++) {
      byte[] right = code(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, typed)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static boolean looksLikeOne(String typed) {
    return typed.length() == DIGITS && typed.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** RFC 4648 without the padding, which apps do not want. */
  static String base32(byte[] bytes) {
    StringBuilder words = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8 | b & 0xff) & 0xffff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        words.append(ALPHABET.charAt(buffer >> bits & 31));
      }
    }
    if (bits > 0) {
      words.append(ALPHABET.charAt(buffer << 5 - bits & 31));
    }
    return words.toString();
  }

  /** What the picture says: how apps are given a secret. */
  static String uri(String issuer, String account, byte[] secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(encoded(issuer), encoded(account), base32(secret), encoded(issuer));
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
