package amends.customers;

import amends.shared.Plain;
import amends.shared.Refusal;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address as it was given, and the form in which two spellings of it are equal. Telephone
 * numbers are compared by their digits as given: without a country code they match only themselves.
 */
record Address(Channel channel, String given, String norm) {
  private static final int LONGEST = 1_000;
  private static final int LONGEST_EMAIL = 320;
  private static final int FEWEST_DIGITS = 5;
  private static final int MOST_DIGITS = 20;

  static Address of(Channel channel, String given) {
    return read(channel, given)
        .orElseThrow(
            () -> new Refusal("address", "customers.refuse.address." + channel.code(), given));
  }

  /** Empty when nobody could be reached at this. */
  static Optional<Address> read(Channel channel, String given) {
    String clean = Plain.line(channel == Channel.LETTER ? lines(given) : given);
    if (clean.isEmpty() || clean.length() > LONGEST) {
      return Optional.empty();
    }
    String norm =
        switch (channel) {
          case EMAIL -> email(clean);
          case PHONE, SMS -> digits(clean);
          case LETTER, SOCIAL, CHAT -> clean.toLowerCase(Locale.ROOT);
        };
    return Optional.ofNullable(norm).map(n -> new Address(channel, clean, n));
  }

  /** An envelope has lines: one that was broken stays so, behind a comma. */
  private static String lines(String given) {
    return given.strip().replaceAll("[ \\t]*,?[ \\t]*\\R\\s*", ", ");
  }

  private static @Nullable String email(String clean) {
    int at = clean.lastIndexOf('@');
    if (at < 1 || at == clean.length() - 1 || clean.length() > LONGEST_EMAIL || spaced(clean)) {
      return null;
    }
    String domain = clean.substring(at + 1);
    return (clean.substring(0, at) + "@" + ascii(domain)).toLowerCase(Locale.ROOT);
  }

  private static boolean spaced(String text) {
    return text.chars().anyMatch(Character::isWhitespace);
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      return domain;
    }
  }

  private static @Nullable String digits(String clean) {
    String international = clean.replace("(0)", "").replaceAll("[\\s().\\-/]", "");
    if (international.startsWith("00")) {
      international = "+" + international.substring(2);
    }
    String digits = international.startsWith("+") ? international.substring(1) : international;
    boolean number =
        digits.length() >= FEWEST_DIGITS
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(Character::isDigit);
    return number ? international : null;
  }
}
