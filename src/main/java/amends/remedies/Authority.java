package amends.remedies;

import amends.shared.Actor;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who may give how much without asking. An emergency authority for the matter counts before all
 * others; then a person's own limit, then that of the team, then that of a role; among limits of
 * one rank one for this kind of remedy before one for all, and then the most generous. Asks for no
 * permission: whoever calls has.
 */
@Component
public final class Authority {
  /** All limits, those in force first. */
  public List<Limit> all() {
    throw new UnsupportedOperationException();
  }

  /**
   * Sets a limit; one of the same holder, kind and currency ends now, and what was used counts on.
   */
  public Limit set(NewLimit limit, Actor by) {
    throw new UnsupportedOperationException();
  }

  public void end(long limitId, Actor by) {
    throw new UnsupportedOperationException();
  }

  /**
   * Grants more for a while, by a lead, for the matters of a team or for one matter.
   *
   * @param only a {@code team}, or a matter such as an incident
   * @throws amends.shared.Refusal without an end within 30 days, a reason, or when it is for
   *     oneself
   */
  public Limit emergency(NewLimit limit, Subject only, String reason, Instant until, Viewer by) {
    throw new UnsupportedOperationException();
  }

  /** The limits that would count for this viewer in this matter, by kind and currency. */
  public List<Limit> of(Viewer viewer, Matter matter) {
    throw new UnsupportedOperationException();
  }
}
