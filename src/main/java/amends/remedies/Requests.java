package amends.remedies;

import amends.shared.Subject;
import amends.staff.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Requests above authority: one step, one person, never two. */
@Component
public final class Requests {
  /**
   * Approves and grants, under the approver's own authority.
   *
   * @throws amends.shared.Refusal when it is not this person's to answer, or answered already, or
   *     no longer within their authority or safe
   */
  public RemedyGrant approve(long id, String words, Viewer by) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws amends.shared.Refusal without words for the asker, or when it is not this person's
   */
  public Request refuse(long id, String words, Viewer by) {
    throw new UnsupportedOperationException();
  }

  /** The asker no longer needs it. */
  public Request withdraw(long id, Viewer by) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws amends.shared.NotFound when there is none, or the viewer may not know of its matter
   */
  public Request get(long id, Viewer viewer) {
    throw new UnsupportedOperationException();
  }

  /** What waits for this person's answer, the earliest due first. */
  public List<Request> waitingFor(Viewer viewer) {
    throw new UnsupportedOperationException();
  }

  /** All requests of a matter, the oldest first; the viewer may see the matter. */
  public List<Request> of(Subject about) {
    throw new UnsupportedOperationException();
  }
}
