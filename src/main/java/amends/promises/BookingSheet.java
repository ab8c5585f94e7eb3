package amends.promises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visit, a delivery or the like, as another system, a list or a calendar tells of it.
 *
 * @param externalId its number there
 * @param kind booking or delivery
 * @param words what the customer was promised, such as "The fitter comes"
 * @param basis what makes it certain, such as "van 7, second slot"; may be empty
 * @param place where it happens; may be empty
 * @param whose who answers for it
 * @param dueAt by when, as it stands there now; of one that waits, as it would be if what it begins
 *     with came when it is expected
 * @param begin what it begins with; null where its moment is known
 */
public record BookingSheet(
    String externalId,
    String kind,
    long customerId,
    Whose whose,
    @Nullable Long orderId,
    String words,
    String basis,
    String place,
    Instant dueAt,
    Fate fate,
    @Nullable Begin begin) {

  /** At a moment that is known. */
  public BookingSheet(
      String externalId,
      String kind,
      long customerId,
      Whose whose,
      @Nullable Long orderId,
      String words,
      String basis,
      String place,
      Instant dueAt,
      Fate fate) {
    this(externalId, kind, customerId, whose, orderId, words, basis, place, dueAt, fate, null);
  }

  BookingSheet dueAt(Instant due) {
    return new BookingSheet(
        externalId, kind, customerId, whose, orderId, words, basis, place, due, fate, begin);
  }

  /**
   * @param person who does it; null when the team does
   * @param accepted whether that person has said so; else they are asked, and nothing is promised
   */
  public record Whose(long brand, long team, @Nullable Long person, boolean accepted) {}

  /**
   * What has become of it there.
   *
   * @param agreed whether the customer knows of the moment and agreed to it
   * @param doneAt when it was done; null while it was not
   * @param cancelledBy customer or us; null while it stands
   */
  public record Fate(boolean agreed, @Nullable Instant doneAt, @Nullable String cancelledBy) {
    public static final Fate STANDS = new Fate(true, null, null);
  }
}
