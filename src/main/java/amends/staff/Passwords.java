package amends.staff;

import amends.shared.Refusal;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id hashes with OWASP's parameters (19 MiB, two passes, one lane): long ones,
 * no rules of composition. An account that does not exist costs the same work as one that does.
 */
@Component
final class Passwords {
  static final int SHORTEST = 12;
  static final int LONGEST = 256;

  private static final int SALT = 16;
  private static final int LENGTH = 32;
  private static final int LANES = 1;
  private static final int MEMORY = 19_456;
  private static final int PASSES = 2;

  private final Argon2PasswordEncoder argon =
      new Argon2PasswordEncoder(SALT, LENGTH, LANES, MEMORY, PASSES);
  private final String nobodys;
  // Each hash holds 19 MiB: a crowd at the door waits in line instead of filling the heap.
  private final Semaphore line = new Semaphore(4);
  private final AtomicLong hashes = new AtomicLong();

  Passwords(RandomGenerator random) {
    this.nobodys = decoy(random);
  }

  /**
   * A hash that no password has but that costs as much to try. Made up, so that no start has to
   * work one out.
   */
  private static String decoy(RandomGenerator random) {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(MEMORY, PASSES, LANES, letters(random, SALT), letters(random, LENGTH));
  }

  private static String letters(RandomGenerator random, int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return Base64.getEncoder().withoutPadding().encodeToString(drawn);
  }

  /**
   * @throws Refusal of the field {@code password} when it is too short or too long
   */
  String accept(String password) {
    check(password);
    return hash(password);
  }

  void check(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      throw new Refusal("password", "staff.refused.password_short", SHORTEST);
    }
    if (length > LONGEST) {
      throw new Refusal("password", "staff.refused.password_long", LONGEST);
    }
  }

  boolean matches(String password, @Nullable String hash) {
    boolean tooLong = password.length() > 2 * LONGEST;
    String tried = tooLong ? password.substring(0, LONGEST) : password;
    boolean right = verify(tried, hash == null ? nobodys : hash);
    return right && hash != null && !tooLong;
  }

  /** How many hashes were worked out, so that a test can see that refusals cost the same. */
  long hashes() {
    return hashes.get();
  }

  private boolean verify(String password, String hash) {
    line.acquireUninterruptibly();
    try {
      hashes.incrementAndGet();
      return argon.matches(password, hash);
    } finally {
      line.release();
    }
  }

  private String hash(String password) {
    line.acquireUninterruptibly();
    try {
      return argon.encode(password);
    } finally {
      line.release();
    }
  }
}
