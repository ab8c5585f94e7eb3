package amends.remedies;

import amends.shared.Money;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What making it right costs, by cause, and what was set aside for it. Never over currencies. */
@Component
public final class Costs {
  /** What was given for one cause; null for what nobody has named a cause of. */
  public record ByCause(@Nullable String cause, long count, Money amount) {}

  /**
   * @param spent of it so far, in its days
   */
  public record Budget(
      long id,
      @Nullable Subject about,
      @Nullable String cause,
      Money amount,
      Money spent,
      LocalDate from,
      @Nullable LocalDate to) {}

  public List<ByCause> byCause(Instant from, Instant to) {
    throw new UnsupportedOperationException();
  }

  /** What was given in one matter, by currency. */
  public List<Money> of(Subject about) {
    throw new UnsupportedOperationException();
  }

  public List<Budget> budgets() {
    throw new UnsupportedOperationException();
  }

  /** Sets money aside for a matter or for a cause. It warns, and never refuses a remedy. */
  public Budget set(
      @Nullable Subject about,
      @Nullable String cause,
      Money amount,
      LocalDate from,
      @Nullable LocalDate to,
      Viewer by) {
    throw new UnsupportedOperationException();
  }
}
