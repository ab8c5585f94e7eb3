package amends.cases;

import amends.shared.Refusal;
import java.util.Locale;

/** How a matter ended. */
public enum Outcome {
  MADE_RIGHT,
  PARTLY,
  /** With reasons, and where the customer can turn. */
  REFUSED,
  /** The customer never answered what we had to know. */
  UNANSWERED,
  WITHDRAWN,
  /** Another case stands for it and takes over its promises. */
  DUPLICATE,
  /** Somebody else has to see to it, and has it. */
  FORWARDED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Refusal when there is no such outcome
   */
  public static Outcome of(String code) {
    for (Outcome outcome : values()) {
      if (outcome.code().equals(code)) {
        return outcome;
      }
    }
    throw new Refusal("outcome", "cases.refusal.outcome");
  }
}
