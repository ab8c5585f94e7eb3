package amends.portal;

import amends.shared.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A case number that can be said on the telephone: with three letters behind it that neither look
 * nor sound alike, so that a number misheard or mistyped is noticed. It names a case and proves
 * nothing: whoever says it may have read it anywhere.
 */
public final class Reference {
  /** Without B D E G P T V (alike in the ear) and I L O Q S U Z (alike to the eye). */
  private static final String LETTERS = "ACFHJKMRWXY";

  private static final int CHECKED = 3;

  private Reference() {}

  /** "4127-KRW". */
  public static String of(long caseId) {
    byte[] hash = Tokens.sha256(("amends.reference " + caseId).getBytes(StandardCharsets.UTF_8));
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < CHECKED; i++) {
      letters.append(LETTERS.charAt((hash[i] & 0xff) % LETTERS.length()));
    }
    return caseId + "-" + letters;
  }

  /** The case that was named; empty when number and letters do not belong together. */
  static Optional<Long> read(String said) {
    String plain = said.toUpperCase(Locale.ROOT).replaceAll("[\\s#.-]", "");
    if (!plain.matches("[1-9]\\d{0,17}[A-Z]{" + CHECKED + "}")) {
      return Optional.empty();
    }
    long id = Long.parseLong(plain.substring(0, plain.length() - CHECKED));
    return of(id).replace("-", "").equals(plain) ? Optional.of(id) : Optional.empty();
  }
}
