package amends.messages.web;

import amends.shared.page.Clock;
import amends.shared.page.Page;
import amends.shared.page.Rest;
import java.util.List;

/**
 * What waits for a look: quarantine, or the tray of what is not from a person. Template {@code
 * messages/held.jte}.
 *
 * <pre>
 * GET /held?in=quarantine|tray&amp;after=…
 * </pre>
 *
 * @param tray true for the tray, false for quarantine
 */
public record HeldView(Page page, boolean tray, List<Item> items, Rest rest) {

  /**
   * One held message.
   *
   * @param sender name or address
   * @param reason in a few plain words: "Unknown sender on case 4127"
   * @param clock by when somebody has to have looked
   * @param at when it came, short
   */
  public record Item(
      long id, String sender, String subject, String reason, Clock clock, String at) {}
}
