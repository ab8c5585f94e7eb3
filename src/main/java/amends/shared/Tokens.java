package amends.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Unguessable words for links and bearers: 128 random bits, of which only a hash is stored. */
public final class Tokens {
  private static final int BYTES = 16;

  private final RandomGenerator random;

  /**
   * @param random a cryptographically strong source outside tests
   */
  public Tokens(RandomGenerator random) {
    this.random = random;
  }

  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** SHA-256 of the token. An empty token has no hash: empty never matches anything. */
  public static byte[] hash(String token) {
    if (token.isEmpty()) {
      throw new IllegalArgumentException("an empty token matches nothing");
    }
    return sha256(token.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
