package amends.remedies.pay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider said, or did not say. Only the first and the third end a try. */
public sealed interface Said {
  /**
   * It was done.
   *
   * @param theirId their number of it, which is the evidence
   */
  record Done(String theirId, Instant at) implements Said {}

  /** They have it, and it is not done yet. */
  record Pending(String theirId, String words) implements Said {}

  /**
   * It was not done and will not be.
   *
   * @param code why, in a code of ours or theirs, never words of a customer
   */
  record Refused(String code) implements Said {}

  /** Asked: they know nothing of it. What is still on its way to them, they do not know either. */
  record Nothing() implements Said {}

  /** Nobody knows: it may have been done. */
  record Unsure(String words) implements Said {}

  /**
   * By this call it was not done, for certain; later it may be.
   *
   * @param pause how long they want to be left alone; null when they did not say
   */
  record NotNow(String words, @Nullable Duration pause) implements Said {
    public NotNow(String words) {
      this(words, null);
    }
  }

  /** They did something else under our key: a person has to look. */
  record Differs(String theirId, String words) implements Said {}
}
