package amends.cases.web;

import amends.shared.Texts.Voice;
import amends.shared.page.Page;
import java.util.List;

/**
 * What was found. Templates {@code cases/search.jte} and, for what changes while somebody types,
 * {@code cases/found.jte}.
 *
 * <pre>
 * GET /search?q=…                        the page; only what was found when htmx asks
 * GET /search?customer=…|order=…|unit=…  the cases of one of them
 * </pre>
 *
 * @param q what was typed
 * @param of of whom or what the cases are shown: a customer's name, a number; "" when words were
 *     typed
 */
public record SearchView(
    Page page,
    String q,
    String of,
    List<CaseHit> cases,
    List<Thing> customers,
    List<Thing> orders,
    List<Thing> units) {

  /**
   * One case.
   *
   * @param why what matched
   * @param excerpt where its words stand; empty when something else matched
   */
  public record CaseHit(QueueView.Row row, String why, List<Piece> excerpt) {}

  /**
   * A customer, an order or a unit.
   *
   * @param link to its cases
   * @param about what it is, in a few words
   * @param why what matched
   */
  public record Thing(String link, List<Piece> name, List<Piece> about, String why) {}

  /** A part of a text; found when it is what was searched for. */
  public record Piece(String words, boolean found) {}

  public Voice t() {
    return page.t();
  }

  public boolean asked() {
    return !q.isEmpty() || !of.isEmpty();
  }

  public int total() {
    return cases.size() + customers.size() + orders.size() + units.size();
  }
}
