package amends.promises;

import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed elsewhere and stands in the ledger without a case.
 *
 * @param dueAt as it stands where it was agreed; the promise keeps the moment that the customer
 *     knows
 * @param promiseId the promise that stands for it now; null while somebody has to accept it, or
 *     when it was over before we heard of it
 * @param undertakingId what a colleague was asked; null when nobody had to be asked
 * @param shownBy what shows that it was done, in words; empty where the other system said so
 * @param passedOnAt when its number was given to another customer's booking; null while it is this
 *     one's
 * @param metAt when what it begins with came; null while it waits, and where its moment was known
 */
public record Booking(
    long id,
    String source,
    BookingSheet sheet,
    @Nullable Long promiseId,
    @Nullable Long undertakingId,
    String shownBy,
    @Nullable Instant cancelledAt,
    @Nullable Instant metAt,
    @Nullable Instant passedOnAt) {

  public static Subject subject(long id) {
    return Subject.of("booking", id);
  }

  public Subject asSubject() {
    return subject(id);
  }

  public Owner owner() {
    return new Owner(sheet.whose().person(), sheet.whose().team());
  }

  /** Nothing is promised until something has come. */
  public boolean waits() {
    return sheet.begin() != null && metAt == null && !over();
  }

  public boolean over() {
    return sheet.fate().doneAt() != null || cancelledAt != null;
  }
}
