package amends.shared;

import java.util.Currency;

/**
 * An amount in minor units of an ISO 4217 currency. Amounts of different currencies are never
 * added.
 */
public record Money(long minor, String currency) {
  public Money {
    Currency.getInstance(currency);
  }

  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
    }
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  /** Digits after the point that the currency has: 2 for EUR, 0 for JPY. */
  public int exponent() {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
