package amends.messages.trust;

import amends.messages.trust.SpfTerm.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record as it is written (RFC 7208, sections 4.5, 4.6 and 12): read as a whole before any of it
 * counts, so that a slip at its end is a slip.
 *
 * @param redirect whose record counts where nothing here matches; empty for none
 */
record SpfRecord(List<SpfTerm> terms, String redirect) {
  private static final Pattern MODIFIER = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)=(.*)");
  private static final Pattern MECHANISM =
      Pattern.compile("([+?~-]?)([A-Za-z][A-Za-z0-9_.-]*)(:[^/].*?)?(/.*)?");
  private static final Pattern BITS =
      Pattern.compile("(/(?<four>0|[1-9]\\d?))?(//(?<six>0|[1-9]\\d{0,2}))?");
  private static final Pattern TARGET_BITS =
      Pattern.compile("(?<target>.*?)(?<bits>(/\\d+)?(//\\d+)?)");
  // The end is a macro, or a name that is no number (toplabel).
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(%%|%_|%-|%\\{[A-Za-z]\\d{0,3}[rR]?[.+,/_=-]*}|[\\x21-\\x24\\x26-\\x7e])*"
              + "(%\\{[A-Za-z]\\d{0,3}[rR]?[.+,/_=-]*}"
              + "|\\.([A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*|[A-Za-z0-9]+-[A-Za-z0-9-]*[A-Za-z0-9])\\.?)");
  private static final Pattern MACRO_STRING =
      Pattern.compile("(%%|%_|%-|%\\{[A-Za-z]\\d{0,3}[rR]?[.+,/_=-]*}|[\\x21-\\x24\\x26-\\x7e])*");
  private static final int LONGEST = 4_000;
  private static final int LONGEST_WORD = 500;
  private static final int ALL_FOUR = 32;
  private static final int ALL_SIX = 128;

  static boolean isOne(String text) {
    String begin = text.toLowerCase(Locale.ROOT);
    return begin.equals("v=spf1") || begin.startsWith("v=spf1 ");
  }

  static SpfRecord read(String text) throws SpfError {
    if (text.length() > LONGEST) {
      throw SpfError.perm();
    }
    List<SpfTerm> terms = new ArrayList<>();
    String redirect = "";
    boolean explained = false;
    for (String word : text.substring("v=spf1".length()).split(" ", -1)) {
      Matcher modifier = MODIFIER.matcher(word);
      if (word.isEmpty()) {
        continue;
      }
      demand(word.length() <= LONGEST_WORD);
      if (!modifier.matches()) {
        terms.add(term(word));
        continue;
      }
      String value = modifier.group(2);
      switch (modifier.group(1).toLowerCase(Locale.ROOT)) {
        case "redirect" -> redirect = once(redirect.isEmpty(), domain(value));
        case "exp" -> {
          once(!explained, domain(value));
          explained = true;
        }
        default -> demand(MACRO_STRING.matcher(value).matches());
      }
    }
    return new SpfRecord(List.copyOf(terms), redirect);
  }

  private static String once(boolean first, String value) throws SpfError {
    demand(first);
    return value;
  }

  private static void demand(boolean right) throws SpfError {
    if (!right) {
      throw SpfError.perm();
    }
  }

  private static String domain(String value) throws SpfError {
    demand(DOMAIN.matcher(value).matches());
    return value;
  }

  private static SpfTerm term(String word) throws SpfError {
    Matcher parts = MECHANISM.matcher(word);
    demand(parts.matches());
    SpfResult result =
        switch (parts.group(1)) {
          case "-" -> SpfResult.FAIL;
          case "~" -> SpfResult.SOFTFAIL;
          case "?" -> SpfResult.NEUTRAL;
          default -> SpfResult.PASS;
        };
    Kind kind = Kind.of(parts.group(2).toLowerCase(Locale.ROOT));
    String rest = word.substring(parts.end(2));
    return switch (kind) {
      case ALL -> {
        demand(rest.isEmpty());
        yield new SpfTerm(result, kind, "", 0, 0);
      }
      case INCLUDE, EXISTS -> {
        demand(rest.startsWith(":"));
        yield new SpfTerm(result, kind, domain(rest.substring(1)), ALL_FOUR, ALL_SIX);
      }
      case PTR -> {
        demand(rest.isEmpty() || rest.startsWith(":"));
        String target = rest.isEmpty() ? "" : domain(rest.substring(1));
        yield new SpfTerm(result, kind, target, ALL_FOUR, ALL_SIX);
      }
      case A, MX -> named(result, kind, rest);
      case IP4, IP6 -> address(result, kind, rest);
    };
  }

  private static SpfTerm named(SpfResult result, Kind kind, String rest) throws SpfError {
    Matcher split = TARGET_BITS.matcher(rest);
    demand(split.matches());
    String target = split.group("target");
    demand(target.isEmpty() || target.startsWith(":"));
    return bits(
        result,
        kind,
        target.isEmpty() ? "" : domain(target.substring(1)),
        String.valueOf(split.group("bits")));
  }

  private static SpfTerm bits(SpfResult result, Kind kind, String target, String bits)
      throws SpfError {
    Matcher both = BITS.matcher(bits);
    demand(both.matches());
    int four = both.group("four") == null ? ALL_FOUR : Integer.parseInt(both.group("four"));
    int six = both.group("six") == null ? ALL_SIX : Integer.parseInt(both.group("six"));
    demand(four <= ALL_FOUR && six <= ALL_SIX);
    return new SpfTerm(result, kind, target, four, six);
  }

  private static SpfTerm address(SpfResult result, Kind kind, String rest) throws SpfError {
    demand(rest.startsWith(":"));
    String[] parts = rest.substring(1).split("/", 2);
    int most = kind == Kind.IP4 ? ALL_FOUR : ALL_SIX;
    demand(SpfAddresses.read(parts[0], kind == Kind.IP6).isPresent());
    demand(parts.length == 1 || parts[1].matches("0|[1-9]\\d{0,2}"));
    int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
    demand(bits <= most);
    return new SpfTerm(result, kind, parts[0], bits, bits);
  }
}
