package amends.remedies;

import amends.shared.Actor;
import amends.shared.Refusal;
import java.time.Instant;
import java.util.Locale;

/**
 * What became known of a remedy after it was given.
 *
 * @param words the customer's, or what the evidence says
 */
public record RemedyCheck(
    long id, long grantId, Result result, String words, Actor by, Instant at) {
  /** What is known. */
  public enum Result {
    /** It arrived, and it works. */
    WORKS,
    NOT_ARRIVED,
    DOES_NOT_WORK,
    /** The customer was asked and did not answer. */
    NO_ANSWER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean bad() {
      return this == NOT_ARRIVED || this == DOES_NOT_WORK;
    }

    /**
     * @throws Refusal when there is no such result
     */
    public static Result of(String code) {
      for (Result result : values()) {
        if (result.code().equals(code)) {
          return result;
        }
      }
      throw new Refusal("result", "remedies.refusal.result");
    }
  }
}
