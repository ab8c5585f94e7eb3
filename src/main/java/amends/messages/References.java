package amends.messages;

import java.util.Locale;

/** Numbers that can be said on the phone: digits in groups of three, the last one a check digit. */
public final class References {
  private References() {}

  static String of(long number) {
    String digits = String.format(Locale.ROOT, "%05d", number);
    String all = digits + check(digits);
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < all.length(); i++) {
      if (i > 0 && (all.length() - i) % 3 == 0) {
        grouped.append('-');
      }
      grouped.append(all.charAt(i));
    }
    return grouped.toString();
  }

  /**
   * As it is kept, however it was typed; what has a wrong digit stays as it is and finds nothing.
   */
  public static String read(String typed) {
    String digits = typed.replaceAll("\\D", "");
    if (digits.length() < 6 || digits.length() > 18) {
      return typed.strip();
    }
    String number = digits.substring(0, digits.length() - 1);
    return check(number) == digits.charAt(digits.length() - 1)
        ? of(Long.parseLong(number))
        : typed.strip();
  }

  /** Luhn's: finds every wrong digit and nearly every pair that was swapped. */
  private static char check(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
