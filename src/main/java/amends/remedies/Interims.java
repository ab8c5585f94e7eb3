package amends.remedies;

import amends.shared.Subject;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Interim remedies: why, until when, answered for by whom. */
@Component
public final class Interims {
  public Optional<Interim> of(long grantId) {
    throw new UnsupportedOperationException();
  }

  /** Those of a matter that no final remedy has ended: they keep it open. */
  public List<Interim> open(Subject about) {
    throw new UnsupportedOperationException();
  }

  /**
   * It bridges longer.
   *
   * @throws amends.shared.Refusal when the end does not lie ahead, or it has ended
   */
  public Interim prolong(long grantId, String why, Instant endsAt, Viewer by) {
    throw new UnsupportedOperationException();
  }

  /** It came back, or is no longer needed, without a final remedy of ours. */
  public Interim end(long grantId, Viewer by) {
    throw new UnsupportedOperationException();
  }
}
