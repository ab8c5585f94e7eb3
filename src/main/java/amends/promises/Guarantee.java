package amends.promises;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A standing promise: given to everybody, and published.
 *
 * @param brand whose customers it is given to; null for those of every brand
 * @param scope to whom and when it applies, as customers read it
 * @param ifNot what happens if it is not kept
 * @param covers the promises that it stands for: when one of these is broken, it is not kept
 * @param only of whose promises a breach is noted by itself
 * @param retiredAt when it was taken out of the catalogue; null while it stands
 */
public record Guarantee(
    long id,
    @Nullable Long brand,
    String title,
    String words,
    String scope,
    String ifNot,
    Set<Cover> covers,
    Only only,
    Instant madeAt,
    @Nullable Instant retiredAt) {
  public Guarantee {
    covers = Set.copyOf(covers);
  }

  /**
   * To whom it is given, finer than the brand; what is empty limits nothing. Where something is
   * named that is not known of a case or a booking, it is not meant.
   *
   * @param countries ISO 3166, two letters
   * @param channels by which way we heard of the case; a booking has none
   * @param products by the numbers that the shop knows them by
   * @param makers the products of these makers too
   */
  public record Only(
      Set<String> countries, Set<String> channels, Set<String> products, Set<String> makers) {
    public static final Only NOTHING = new Only(Set.of(), Set.of(), Set.of(), Set.of());

    public Only {
      countries = Set.copyOf(countries);
      channels = Set.copyOf(channels);
      products = Set.copyOf(products);
      makers = Set.copyOf(makers);
    }
  }

  /** A kind of promise that a standing one can stand for. */
  public enum Cover {
    /** The first answer of a person. */
    ANSWER,
    /** A further word. */
    CONTACT,
    /** The look back after a matter was settled. */
    FOLLOW_UP,
    /** To ask whether what was given arrived and works. */
    CHECK,
    /** A visit that was booked. */
    BOOKING,
    /** A delivery. */
    DELIVERY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
