package amends.complaints;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is written to a complainant under the rules. */
public enum LetterKind {
  /** It has come, this is who looks into it, and by when you hear. */
  ACKNOWLEDGEMENT,
  /** How far we are. */
  PROGRESS,
  /** It was resolved at once, and the complainant agrees (DISP 1.5). */
  SUMMARY_RESOLUTION,
  /** We are not done in time: why, until when, and where they may turn already. */
  HOLDING_REPLY,
  /** Where they may turn without our answer: the scheme, and that it costs them nothing. */
  SIGNPOST,
  /** Our decision, why, what we do, and where they may turn. */
  FINAL_RESPONSE;

  /** As it stands in the data and in forms. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<LetterKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
