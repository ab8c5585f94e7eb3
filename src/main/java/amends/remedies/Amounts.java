package amends.remedies;

import amends.shared.Money;
import amends.shared.Refusal;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** Amounts as people and programs write them. No floating point on the way. */
public final class Amounts {
  /** More than anybody gives, and far from an overflow of sums. */
  private static final long MOST = 100_000_000_000L;

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,15})?");

  /**
   * With thousands apart, where nobody can read it otherwise: {@code 12,345.67}, {@code 12.345,67},
   * {@code 1,234,567}. {@code 12,345} alone could be either.
   */
  private static final Pattern GROUPED =
      Pattern.compile(
          "-?\\d{1,3}((,\\d{3})+\\.\\d{1,15}|(\\.\\d{3})+,\\d{1,15}|(,\\d{3}){2,}|(\\.\\d{3}){2,})");

  /** Between thousands, as some people write them and as copies from pages have them. */
  private static final Pattern BLANKS =
      Pattern.compile("(?<=\\d)[\\s\\u00a0\\u202f'’](?=\\d{3}(?!\\d))");

  private Amounts() {}

  /**
   * @param written such as {@code 12.50} or {@code 12,5}; a point or a comma before the decimals.
   *     More of them than the currency has are refused, zeros too: {@code 1,000} is a thousand to
   *     whoever writes it so
   * @throws Refusal of this field when it is no amount, below zero, of too many decimals, or too
   *     much; of {@code currency} when there is no such currency
   */
  public static Money read(String written, String currency, String field) {
    String text = ungrouped(BLANKS.matcher(written.strip()).replaceAll(""));
    if (!NUMBER.matcher(text).matches()) {
      throw new Refusal(field, "remedies.refusal.amount");
    }
    String code = currency(currency);
    BigDecimal amount = new BigDecimal(text.replace(',', '.'));
    if (amount.signum() < 0) {
      throw new Refusal(field, "remedies.refusal.negative");
    }
    int digits = new Money(0, code).exponent();
    if (amount.scale() > digits) {
      throw new Refusal(field, "remedies.refusal.decimals", code, digits);
    }
    BigDecimal minor = amount.movePointRight(digits);
    if (minor.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      throw new Refusal(field, "remedies.refusal.too-much");
    }
    return new Money(minor.longValueExact(), code);
  }

  private static String ungrouped(String text) {
    if (!GROUPED.matcher(text).matches()) {
      return text;
    }
    int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    boolean decimals = text.indexOf(text.charAt(last)) == last;
    String whole = (decimals ? text.substring(0, last) : text).replaceAll("[.,]", "");
    return decimals ? whole + "." + text.substring(last + 1) : whole;
  }

  private static String currency(String written) {
    String code = written.strip().toUpperCase(Locale.ROOT);
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException unknown) {
      throw new Refusal("currency", "remedies.refusal.currency");
    }
  }

  /** Without a language: {@code 12.50 EUR}. */
  static String plain(Money money) {
    return BigDecimal.valueOf(money.minor(), money.exponent()).toPlainString()
        + " "
        + money.currency();
  }

  /** As a person of this language reads it: {@code 12.50 EUR} with the language's own signs. */
  public static String words(Money money, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(money.currency()));
    format.setMinimumFractionDigits(money.exponent());
    format.setMaximumFractionDigits(money.exponent());
    return format.format(BigDecimal.valueOf(money.minor(), money.exponent()));
  }
}
