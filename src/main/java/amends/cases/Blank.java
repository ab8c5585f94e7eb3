package amends.cases;

import amends.shared.Plain;
import amends.shared.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What kept words ask for when they are used, such as {@code {refund: money}}: whoever writes fills
 * it in, it is checked as what it is, and told as the customer's language tells such things.
 */
public record Blank(String name, Kind kind) {
  private static final Pattern ANY =
      Pattern.compile(
          "\\{([\\p{Ll}][\\p{Ll}\\d_ ]{0,39}): *(name|money|moment|number|link|list)\\}");
  private static final Pattern MONEY =
      Pattern.compile(
          "(?<before>[A-Za-z]{3}|[£€])? *(?<digits>\\d{1,9}([.,]\\d{1,3})?) *(?<after>[A-Za-z]{3}|[£€])?");
  private static final int LONGEST = 200;
  private static final int MOST_LINES = 20;

  /** What may be filled in. */
  public enum Kind {
    NAME,
    MONEY,
    MOMENT,
    NUMBER,
    LINK,
    LIST;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Each once, in the order in which words ask for them. */
  static List<Blank> in(String words) {
    Set<Blank> found = new LinkedHashSet<>();
    Matcher matcher = ANY.matcher(words);
    while (matcher.find()) {
      found.add(of(matcher.group(1), matcher.group(2)));
    }
    return List.copyOf(found);
  }

  /** The first that stands in words unfilled. */
  static Optional<String> left(String words) {
    Matcher matcher = ANY.matcher(words);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  static boolean is(String bracketed) {
    return ANY.matcher(bracketed).matches();
  }

  /** The field of a form that it is filled in by. */
  public String field() {
    return "var_" + name.replace(' ', '_');
  }

  /** Replaces each that has a value, all at once: what a value holds is never read again. */
  static String fill(String words, Map<Blank, String> values) {
    return ANY.matcher(words)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                values.getOrDefault(of(found.group(1), found.group(2)), found.group())));
  }

  private static Blank of(String name, String kind) {
    return new Blank(name.strip(), Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
  }

  /**
   * As it stands in a letter; a moment is read by whoever knows the clock.
   *
   * @throws Refusal of its field, when what was typed is not of its kind
   */
  String told(String typed, Locale locale) {
    return switch (kind) {
      case NAME, MOMENT -> line(typed);
      case MONEY -> money(typed, locale);
      case NUMBER -> number(typed);
      case LINK -> link(typed);
      case LIST -> list(typed);
    };
  }

  private String line(String typed) {
    String line = Plain.line(typed);
    if (line.isEmpty() || line.length() > LONGEST) {
      throw refused();
    }
    return line;
  }

  private String money(String typed, Locale locale) {
    Matcher read = MONEY.matcher(typed.strip());
    if (!read.matches() || (read.group("before") == null) == (read.group("after") == null)) {
      throw refused();
    }
    String code = read.group("before") == null ? read.group("after") : read.group("before");
    Currency currency = currency(code);
    BigDecimal amount = new BigDecimal(read.group("digits").replace(',', '.'));
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    if (amount.stripTrailingZeros().scale() > digits) {
      throw refused();
    }
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(amount.setScale(digits, RoundingMode.UNNECESSARY));
  }

  private Currency currency(String code) {
    try {
      return Currency.getInstance(
          code.equals("£") ? "GBP" : code.equals("€") ? "EUR" : code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException none) {
      throw refused();
    }
  }

  private String number(String typed) {
    String number = typed.strip();
    if (!number.matches("[\\p{L}\\d][\\p{L}\\d/.#-]{0,39}")) {
      throw refused();
    }
    return number;
  }

  private String link(String typed) {
    try {
      URI link = new URI(typed.strip());
      boolean good =
          "https".equals(link.getScheme()) && link.getHost() != null && link.getUserInfo() == null;
      if (good && typed.strip().length() <= LONGEST) {
        return link.toString();
      }
    } catch (URISyntaxException e) {
      throw refused();
    }
    throw refused();
  }

  /** A line each, or with semicolons between. */
  private String list(String typed) {
    List<String> lines =
        Arrays.stream(typed.split("[\\n;]", -1))
            .map(Plain::line)
            .filter(l -> !l.isEmpty())
            .toList();
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      throw refused();
    }
    return lines.stream().map(l -> "• " + l).collect(Collectors.joining("\n"));
  }

  Refusal refused() {
    return new Refusal(field(), "cases.refusal.blank." + kind.code(), name);
  }
}
