package amends.complaints.web;

import amends.shared.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Amounts of money as people read them. */
final class Amounts {
  private Amounts() {}

  static String words(Money money, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(money.currency()));
    format.setMinimumFractionDigits(money.exponent());
    format.setMaximumFractionDigits(money.exponent());
    return format.format(BigDecimal.valueOf(money.minor(), money.exponent()));
  }
}
