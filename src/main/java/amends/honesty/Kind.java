package amends.honesty;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with some words of a draft. */
public enum Kind {
  /** "Shortly", without a moment and without a promise behind it. */
  VAGUE_TIME,
  /** "This has never happened before", "only a few are affected". */
  NEVER_BEFORE,
  /** A promise on behalf of somebody who has not accepted it. */
  UNACCEPTED,
  /** A promise that stands in no ledger. */
  UNRECORDED,
  /** A promise beyond what is certain. */
  OVERPROMISE,
  /** "It will not happen again", without a dated improvement behind it. */
  NO_RECURRENCE,
  /** "Sorry if", "any inconvenience caused". */
  NON_APOLOGY,
  /** Blame of the customer or of a colleague. */
  BLAME,
  /** Redress tied to silence. */
  SILENCE,
  /** An apology without the parts that make it one. */
  APOLOGY_PARTS,
  /** A further apology for the same thing, without a deed. */
  REPEATED_APOLOGY,
  /** Fault or cause that nobody has verified, where the law of the place does not protect it. */
  LIABILITY,
  /** A cause that is a guess. */
  UNVERIFIED_CAUSE,
  /** Words that the law bars from recall notices. */
  BARRED_WORDS,
  /** A warning that plays the danger down. */
  SOFTENED_SAFETY,
  /** It does not say what happens next. */
  NO_NEXT,
  /** Hard to read, or too long. */
  READING,
  /** Marketing inside a service message. */
  MARKETING;

  /** The code that stands in rules, in the journal and in answers of the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Kind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
