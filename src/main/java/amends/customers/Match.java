package amends.customers;

import org.jspecify.annotations.Nullable;

/**
 * A customer who was found, and by what.
 *
 * @param address the address or number that matched, as it was given; null when another thing did
 */
public record Match(Customer customer, How how, @Nullable String address) {

  /** What matched, the surest first. */
  public enum How {
    /** Their number in the company's own systems. */
    NUMBER,
    /** The beginning or the end of an address or a telephone number. */
    ADDRESS,
    /** The beginnings of the words of their name. */
    NAME,
    /** Their name resembles what was typed. */
    RESEMBLING
  }
}
