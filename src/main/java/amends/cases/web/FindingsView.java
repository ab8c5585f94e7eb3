package amends.cases.web;

import amends.shared.Texts.Voice;
import java.util.List;

/**
 * What honest words found in a draft. Fragment {@code cases/findings.jte}.
 *
 * @param stops whether something would be held up at the send gate without a reason
 * @param moments what the text says of time and nothing promises yet
 */
public record FindingsView(Voice t, List<One> findings, boolean stops, List<Said> moments) {

  /**
   * @param number as it stands in the text and on the keys
   * @param insert whether better words are put in rather than put in place of others
   */
  public record One(
      int number,
      int start,
      int end,
      String words,
      String reason,
      List<Shown> evidence,
      int more,
      String suggestion,
      boolean insert,
      boolean stops) {}

  /** Something that the system knows. */
  public record Shown(String words, String link) {}

  /**
   * A moment in the text, to be confirmed.
   *
   * @param by as it is typed into the form
   * @param moment as it is understood
   * @param next what is promised by then
   */
  public record Said(String words, String by, String moment, String next) {}
}
