package amends.remedies;

import amends.shared.Actor;
import amends.shared.Subject;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether what was given arrived and works. */
@Component
public final class Arrivals {
  /**
   * Notes what the customer says, or what the evidence shows. It keeps the promise to look; a bad
   * result counts as a second failure and rises.
   *
   * @throws amends.shared.Refusal without words, except when nobody answered
   */
  public RemedyCheck note(long grantId, RemedyCheck.Result result, String words, Actor by) {
    throw new UnsupportedOperationException();
  }

  public List<RemedyCheck> of(long grantId) {
    throw new UnsupportedOperationException();
  }

  /** Final remedies of a matter of which nobody knows yet whether they arrived and work. */
  public List<RemedyGrant> unproven(Subject about) {
    throw new UnsupportedOperationException();
  }
}
