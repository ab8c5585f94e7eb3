package amends.shared;

/**
 * Versioned secret keys. The newest signs, all of them verify, so that a rotation keeps what was
 * signed before valid; what was locked before opens still.
 */
public interface KeyRing {
  /**
   * HMAC-SHA256 under the newest key, bound to the purpose; the first byte is the key's version.
   */
  byte[] mac(String purpose, byte[] data);

  /**
   * Compares in constant time. Truncated MACs of at least 10 bytes behind the version are valid.
   */
  boolean verify(String purpose, byte[] data, byte[] mac);

  /** Encrypted under the newest key, bound to the purpose; {@link #unlock} gives it back. */
  byte[] lock(String purpose, byte[] plain);

  /**
   * @throws IllegalArgumentException when it was changed, is of another purpose, or its key is gone
   */
  byte[] unlock(String purpose, byte[] locked);
}
