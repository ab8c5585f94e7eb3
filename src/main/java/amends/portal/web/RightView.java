package amends.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer can choose from to make it right, and what they receive. Templates {@code
 * portal/choose.jte} and {@code portal/stopped.jte}.
 *
 * <pre>
 * POST {at}/choice   offer, way (a number, "none", or "back"), choice_words, choice_code (customer only)
 * POST {at}/stop     grant, stop_words, stop_code (customer only)
 * </pre>
 *
 * @param choose what can be chosen now; null for nothing
 * @param received what was given or chosen, the latest first
 * @param stopped what was stopped or is claimed back, the latest first
 * @param chosen the offer of which they can take back what they chose; 0 for none
 * @param nothing how it stands when nothing that we have suits them: where they can turn; "" else
 */
public record RightView(
    @Nullable Choose choose,
    List<SheetView.Line> received,
    List<Stopped> stopped,
    long chosen,
    String nothing) {
  static final RightView NONE = new RightView(null, List.of(), List.of(), 0, "");

  /**
   * An offer.
   *
   * @param until until when they can choose, and what happens then
   * @param codeTo where a code goes before money or an address is involved, not in full; "" where
   *     there is no such address
   * @param sent a code was sent a moment ago
   */
  public record Choose(long id, List<Way> ways, String until, String codeTo, boolean sent) {}

  /**
   * One way.
   *
   * @param means what it is and what happens
   * @param when by when it is there
   * @param does what the customer has to do; "" for nothing
   */
  public record Way(long id, String name, String means, String when, String does) {}

  /**
   * What was stopped or is claimed back.
   *
   * @param id of the grant
   * @param title what it was, and that it is stopped
   * @param words why, and that we may be wrong
   * @param until how long they can answer, or what was decided
   * @param answer what they said; "" until they said something
   * @param open whether it can be answered
   * @param code whether a code is wanted
   * @param codeTo where it goes, not in full; "" where there is no such address
   * @param sent a code was sent a moment ago
   */
  public record Stopped(
      long id,
      String title,
      String words,
      String until,
      String answer,
      boolean open,
      boolean code,
      String codeTo,
      boolean sent) {}
}
