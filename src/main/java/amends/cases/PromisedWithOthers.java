package amends.cases;

import amends.promises.Promise;
import amends.promises.SaidToMany;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the customer of a case was promised together with others, by the same brand: what is ahead,
 * what was not kept, and what ended since a month. It is kept and moved by a word to many alone.
 */
@Component
public final class PromisedWithOthers {
  private static final Duration LATELY = Duration.ofDays(30);

  private final SaidToMany said;
  private final CaseRows rows;
  private final InstantSource clock;

  PromisedWithOthers(SaidToMany said, CaseRows rows, InstantSource clock) {
    this.said = said;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Words that name this case, or one that was merged into it. Asks nobody for permission.
   *
   * @param whole also those that name no case of the customer; not for whoever is not the customer
   */
  public List<Promise> of(Case matter, boolean whole) {
    return of(matter, rows.mergedInto(matter.id()), whole);
  }

  /**
   * The same.
   *
   * @param merged the cases that were merged into it
   */
  public List<Promise> of(Case matter, List<Long> merged, boolean whole) {
    List<Long> cases = new ArrayList<>(merged);
    cases.add(matter.id());
    return said.to(
        matter.customerId(), matter.brandId(), cases, whole, clock.instant().minus(LATELY));
  }
}
