package amends.cases.web;

import amends.shared.page.Page;
import java.util.List;

/**
 * Earlier cases like one. Template {@code cases/similar.jte}.
 *
 * <pre>
 * GET /cases/{id}/similar   this page; a case's page takes the list out of it
 * </pre>
 */
public record SimilarView(Page page, long id, List<Found> found) {

  /**
   * @param how "Made right, Tuesday 12 May; the customer said that it is right"
   * @param done what was done; "" while it is open
   */
  public record Found(long id, String subject, String how, String done) {}
}
