package amends.cases;

import java.time.Instant;
import java.util.Optional;

/** What customers have chosen about how often they hear from us, where they choose it. */
public interface ContactWishes {
  /** Since when the customer of this case wants to hear only when something changes. */
  Optional<Instant> onlyChangesSince(long caseId);
}
