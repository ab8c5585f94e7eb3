package amends.app.web;

import amends.shared.page.Page;
import java.util.List;
import java.util.Locale;

/**
 * The API for people who write programs. Template {@code app/developers.jte}.
 *
 * <pre>GET /developers</pre>
 *
 * @param server the address that programs use
 * @param problems what can be wrong, with the words that a program reads
 */
public record DevelopersView(
    Page page, String server, List<Section> sections, List<Problem> problems) {

  /** Routes under one heading. */
  public record Section(String title, String about, List<Entry> entries) {
    public String anchor() {
      return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
  }

  /**
   * One route.
   *
   * @param name as generated clients call it; the anchor on the page
   * @param example a request by curl
   * @param answer an example of the answer
   * @param statuses of success first, then of problems
   */
  public record Entry(
      String name,
      String method,
      String path,
      String does,
      String more,
      String scope,
      List<Row> asked,
      List<Row> body,
      List<Row> gives,
      String example,
      String answer,
      List<Integer> statuses) {}

  /** One field: where it stands, of which kind, and what it is. */
  public record Row(String name, String kind, boolean required, String words) {}

  /** One kind of problem. */
  public record Problem(String kind, String title, String words) {}
}
