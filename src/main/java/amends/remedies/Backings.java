package amends.remedies;

import amends.staff.Viewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Grants are looked at afterwards. The customer's remedy is untouched either way. */
@Component
public final class Backings {
  /** Grants that nobody has looked at, of teams and brands that this lead answers for. */
  public List<RemedyGrant> queue(Viewer viewer, int most) {
    throw new UnsupportedOperationException();
  }

  public long count(Viewer viewer) {
    throw new UnsupportedOperationException();
  }

  /**
   * Backs it.
   *
   * @param lesson what the viewer would do next time; null for nothing
   * @throws amends.shared.Refusal when it is the viewer's own grant, or backed already
   */
  public Backing back(long grantId, @Nullable String lesson, Viewer by) {
    throw new UnsupportedOperationException();
  }

  public Optional<Backing> of(long grantId) {
    throw new UnsupportedOperationException();
  }
}
