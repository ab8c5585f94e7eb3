package amends.remedies;

import amends.shared.Subject;
import amends.staff.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is given to make it right. Each method is one act: permitted, whole, and in the journal. */
@Component
public final class Remedies {
  /**
   * What stands before a promise: the ruling, and what is known of the thing that would be sent.
   */
  public record Outlook(Ruling ruling, Safe safe) {}

  /** Shows what would be decided, before anything is promised; nothing moves. */
  public Outlook look(Subject about, Wanted wanted, Viewer by) {
    throw new UnsupportedOperationException();
  }

  /**
   * Gives it at once.
   *
   * @param once of the form or the request; the same once again gives nothing more and answers the
   *     same; empty for none
   * @throws amends.shared.Refusal when it is not within authority, not safe, or the same {@code
   *     once} came with something else
   */
  public RemedyGrant grant(Subject about, Wanted wanted, String once, Viewer by) {
    throw new UnsupportedOperationException();
  }

  /**
   * Puts it before the one approver, and promises the customer to tell by when.
   *
   * @throws amends.shared.Refusal when it needs nobody, or nobody may
   */
  public Request ask(Subject about, Wanted wanted, String once, Viewer by) {
    throw new UnsupportedOperationException();
  }

  /** What was given in a matter, the oldest first; the viewer may see the matter. */
  public List<RemedyGrant> of(Subject about) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws amends.shared.NotFound when there is none, or the viewer may not know of its matter
   */
  public RemedyGrant get(long id, Viewer viewer) {
    throw new UnsupportedOperationException();
  }
}
