package amends.cases.web;

import amends.shared.page.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be given in a case, and what was: it stands beside the timeline before anything is
 * promised. Template {@code cases/right.jte}.
 *
 * @param ruling how far the viewer may go: "You can give up to 150.00 € here without asking; 60.00
 *     € used today."; "" when the viewer gives nothing here
 * @param meter how much of the day is used; null where nothing limits it
 * @param ways what can be given, the likeliest first
 * @param given what was given and what is under way
 * @param all the page with everything
 * @param offer where a choice is offered to the customer; null when the viewer may not
 */
public record RightSide(
    String ruling,
    @Nullable Meter meter,
    List<Way> ways,
    List<Given> given,
    String all,
    @Nullable String offer) {
  /** In minor units; {@code words} say both amounts. */
  public record Meter(long used, long most, String words) {}

  /**
   * One thing that can be given.
   *
   * @param hint what is decided about it and what like cases received
   * @param act give, lend, ask or write: what the button says
   * @param first the one that the key opens
   */
  public record Way(String what, String hint, String link, String act, boolean first) {}

  /**
   * One thing that was given or asked for.
   *
   * @param clock when it is looked at again whether it arrived and works, or when the approver
   *     decides; null for neither
   * @param check where it is noted that it arrived and works; null when that is not owed or the
   *     viewer may not
   * @param bridge where an interim remedy is made longer or ended; null for none
   */
  public record Given(
      String what,
      String hint,
      @Nullable Clock clock,
      @Nullable String check,
      @Nullable String bridge) {}
}
