package amends.app.web;

import amends.shared.page.Page;
import java.util.List;

/**
 * How long what is kept. Template {@code app/data.jte}.
 *
 * <pre>
 * POST /data    kind, days
 * </pre>
 *
 * @param trouble what was wrong with the form; "" when nothing was
 */
public record DataView(
    Page page, List<Row> rows, List<Fixed> fixed, List<Held> held, String trouble) {
  /** What is kept for a time that nobody sets. */
  public record Fixed(String name, String time) {}

  /** One kind of data; {@code days} 0 is without end. */
  public record Row(String kind, String name, int days, String says) {}

  /** A legal hold that stands. */
  public record Held(String link, String what, String reason, String review) {}
}
