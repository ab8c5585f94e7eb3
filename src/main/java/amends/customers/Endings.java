package amends.customers;

import java.util.Locale;

/**
 * The end of an address, backwards as its index has it: the last digits of a telephone number,
 * whatever stands before them, or everything behind the at-sign.
 */
final class Endings {
  private static final int FEWEST_DIGITS = 4;
  private static final int WHOLE = 8;

  private Endings() {}

  /** Empty when what was typed is no such end. */
  static String of(String typed) {
    if (typed.startsWith("@") && typed.length() > FEWEST_DIGITS) {
      return new StringBuilder(typed.toLowerCase(Locale.ROOT)).reverse().toString();
    }
    boolean number = typed.matches("[+(]?[\\d\\s().\\-/]+");
    String all = typed.replace("(0)", "").replaceAll("\\D", "");
    // A whole number may begin with a nought that it does not have with its country's code.
    String digits = all.length() < WHOLE ? all : all.replaceFirst("^0+", "");
    return number && digits.length() >= FEWEST_DIGITS
        ? new StringBuilder(digits).reverse().toString()
        : "";
  }
}
