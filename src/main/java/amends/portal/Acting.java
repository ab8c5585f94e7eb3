package amends.portal;

import amends.cases.Case;
import amends.shared.Actor;
import amends.staff.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in a customer's case: the customer by a link, or a colleague in their name.
 *
 * @param link by which the customer came; null for a colleague
 * @param colleague who acts in the customer's name; null for the customer
 */
public record Acting(Case matter, @Nullable Link link, @Nullable Viewer colleague) {
  public static Acting by(Link link, Case matter) {
    return new Acting(matter, link, null);
  }

  /** A colleague in the customer's name; the caller has asked for permission. */
  public static Acting of(Viewer colleague, Case matter) {
    return new Acting(matter, null, colleague);
  }

  public Actor actor() {
    return colleague == null ? Actor.customer(matter.customerId()) : colleague.actor();
  }
}
