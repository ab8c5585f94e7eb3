package amends.remedies;

import amends.shared.Subject;

/**
 * A reason not to send something.
 *
 * @param code why, such as {@code stopped.lot}; its words are {@code remedies.hazard.<code>}
 * @param evidence what says so, such as a stop mark or a case
 */
public record Hazard(Weight weight, String code, Subject evidence) {
  /** How much it weighs. */
  public enum Weight {
    /** It must not leave. */
    BLOCK,
    /** It may leave, when somebody has read this. */
    WARN
  }

  public boolean blocks() {
    return weight == Weight.BLOCK;
  }

  public static Hazard block(String code, Subject evidence) {
    return new Hazard(Weight.BLOCK, code, evidence);
  }

  public static Hazard warn(String code, Subject evidence) {
    return new Hazard(Weight.WARN, code, evidence);
  }
}
