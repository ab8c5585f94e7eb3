package amends.app.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * Every way in and out of the house. Templates {@code app/connections.jte} and {@code
 * app/connection.jte}.
 *
 * <pre>
 * GET  /connections
 * POST /connections                 kind, name, brand, url, account, sender, secret, per_minute
 * GET  /connections/{id}
 * POST /connections/{id}            the same fields; an empty secret keeps the old one
 * POST /connections/{id}/test       (no fields)
 * POST /connections/door/test       (no fields)
 * POST /connections/house/test      (no fields)
 * POST /connections/{id}/switch     on = yes or nothing
 * POST /connections/{id}/sentence   words
 * POST /connections/avoided         channel, words, until
 * POST /connections/avoided/{id}/end (no fields)
 * </pre>
 *
 * @param changes whether the viewer may change anything
 */
public record ConnectionsView(
    Page page,
    List<Line> lines,
    List<Avoided> avoided,
    List<Kept> notSent,
    List<Choice> kinds,
    List<Choice> brands,
    List<Choice> channels,
    Form form,
    boolean changes,
    One one) {

  /**
   * One way.
   *
   * @param state a code of the shape beside it, and in words
   */
  public record Line(
      String group,
      String name,
      String what,
      String state,
      String stateWords,
      String worked,
      String queue,
      String trouble,
      String link,
      String test) {}

  public record Avoided(long id, String words) {}

  public record Kept(String words, String link, String matter) {}

  /** The one that is looked after; id 0 on the page of all. */
  public record One(
      long id,
      String name,
      String kind,
      boolean on,
      String replies,
      boolean social,
      String sentence) {}
}
