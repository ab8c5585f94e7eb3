package amends.cases.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The parts of a case's page that change while it is open, each with a mark of what it says: a page
 * names the marks that it has, and gets the parts with other marks. Templates {@code
 * cases/case.jte} and {@code cases/parts.jte}.
 *
 * @param have the marks that the reader's page has already
 */
public record CaseParts(CaseView view, Set<String> have) {
  private static final int MARK = 6;

  static CaseParts of(CaseView view, String have) {
    return new CaseParts(view, Set.copyOf(Arrays.asList(have.split("-", 1_000))));
  }

  public static String head(CaseView v) {
    return mark(List.of(v.head(), v.steps(), v.acts(), v.here().meant(), v.here().rules()));
  }

  public static String side(CaseView v) {
    return mark(v.side());
  }

  public static String day(CaseView.Day day) {
    return mark(day);
  }

  /** The marks of all days, in their order. */
  public String days() {
    return String.join(" ", view.days().stream().map(CaseParts::day).toList());
  }

  public boolean lacks(String mark) {
    return !have.contains(mark);
  }

  /** Records say all that they hold; six bytes tell the states of one part apart. */
  private static String mark(Object part) {
    try {
      byte[] said = part.toString().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(said);
      return HexFormat.of().formatHex(hash, 0, MARK);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
