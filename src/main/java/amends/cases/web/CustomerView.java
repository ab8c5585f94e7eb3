package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * One customer. Template {@code cases/customer.jte}.
 *
 * <pre>
 * POST /customers/{id}/contacts                       channel, address
 * POST /customers/{id}/contacts/{part}/preferred      (no fields)
 * POST /customers/{id}/contacts/{part}/removal        (no fields)
 * GET  /customers/{id}/contacts/{part}/verification   a page of its own
 * </pre>
 *
 * @param broken standing promises that were not kept towards them, of which nothing has come yet
 * @param mayChange whether the viewer may change how they are reached
 * @param channels to choose from for a new contact point
 * @param mayData whether the viewer may give out, erase and hold their data
 * @param same who was declared to be the same
 * @param mayJoin whether the viewer may declare that
 */
public record CustomerView(
    Page page,
    long id,
    String name,
    String kind,
    List<Side.Fact> facts,
    List<Point> points,
    List<Side.Need> needs,
    List<Owed> owed,
    List<Broken> broken,
    List<Matter> cases,
    boolean mayChange,
    Form form,
    List<Choice> channels,
    boolean mayData,
    List<Same> same,
    boolean mayJoin) {

  /**
   * A way to reach them.
   *
   * @param channel code of the sign
   * @param says whether and how it was verified
   * @param preferred whether it is the one that they want
   */
  public record Point(
      long id, String channel, String value, String says, boolean verified, boolean preferred) {}

  /** Who was declared to be the same: in words, and the page of the other entry. */
  public record Same(String says, String link, String name) {}

  /** A promise that is still owed, and the page of what it stands in: a case or a booking. */
  public record Owed(String link, String words, Clock clock) {}

  /** A standing promise that was not kept, and where that is seen. */
  public record Broken(String words, String then, String link) {}

  /**
   * One of their cases.
   *
   * @param says when it was opened, or closed
   */
  public record Matter(long id, String subject, String says, boolean closed) {}
}
