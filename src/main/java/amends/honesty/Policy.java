package amends.honesty;

import amends.honesty.rules.Mark;

/** What the house does about a kind of finding. */
public enum Policy {
  /** It is shown while one writes. */
  ADVISE,
  /** It goes out only with a reason, which is counted. */
  REASON;

  /**
   * Help first: only what breaks a commitment, or the law, stops at the send gate. A claim that
   * nothing like it has happened stops only where similar cases are known; what weights alone tell
   * stops nothing.
   */
  public static Policy of(Finding finding) {
    if (Mark.isWeighed(finding.rule())) {
      return ADVISE;
    }
    return switch (finding.kind()) {
      case UNACCEPTED, NO_RECURRENCE, SILENCE, BARRED_WORDS, LIABILITY, VAGUE_TIME -> REASON;
      case NEVER_BEFORE -> finding.evidence().isEmpty() ? ADVISE : REASON;
      case UNRECORDED,
          OVERPROMISE,
          NON_APOLOGY,
          BLAME,
          APOLOGY_PARTS,
          REPEATED_APOLOGY,
          SOFTENED_SAFETY,
          NO_NEXT,
          READING,
          UNVERIFIED_CAUSE,
          MARKETING ->
          ADVISE;
    };
  }
}
