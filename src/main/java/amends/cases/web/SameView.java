package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two customers side by side, before they are declared one; and those who were. Template {@code
 * cases/same.jte}.
 *
 * <pre>
 * GET  /customers/{id}/merge                 find, with
 * POST /customers/{id}/merge                 with, stays
 * POST /customers/{id}/merge/{part}/end      (no fields); part is the duplicate
 * </pre>
 *
 * @param found who it could be; the value is the customer's number
 * @param pair null until the other one is chosen
 * @param merged the merges that stand
 */
public record SameView(
    Page page,
    long id,
    String name,
    List<Choice> found,
    @Nullable Pair pair,
    List<Merged> merged,
    Form form) {

  /**
   * The two.
   *
   * @param warning what speaks against it; "" when nothing does
   */
  public record Pair(Choice one, Choice other, List<Row> rows, String warning) {}

  /**
   * One thing of both.
   *
   * @param then what becomes of it
   */
  public record Row(String what, List<String> one, List<String> other, String then) {}

  /**
   * A merge that stands.
   *
   * @param says who is known as whom, and since when
   * @param held why they cannot be taken apart yet; null when they can
   */
  public record Merged(
      long duplicate, String link, String name, String says, @Nullable String held) {}
}
