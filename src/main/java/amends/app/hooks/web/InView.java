package amends.app.hooks.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import java.util.Map;

/**
 * The doors for programs, or one of them. Templates {@code app/doors.jte} and {@code app/door.jte}.
 *
 * <pre>
 * GET  /hooks/in
 * POST /hooks/in                              label, name, style, target, team, secret
 * GET  /hooks/in/{id}
 * POST /hooks/in/{id}                         map.X (several), team, sample; do = try only shows
 * POST /hooks/in/{id}/switch                  on = yes or nothing
 * POST /hooks/in/{id}/arrivals/{part}/retry   (no fields)
 * </pre>
 *
 * @param secret shown once; "" else
 * @param found what the sample would fill
 */
public record InView(
    Page page,
    List<Door> doors,
    List<Field> fields,
    List<Came> came,
    List<Map.Entry<String, String>> found,
    Choices choices,
    String secret) {

  /** What can be chosen. */
  public record Choices(List<Choice> styles, List<Choice> targets, List<Choice> teams, Form form) {}

  public Door one() {
    return doors.getFirst();
  }

  /** One door; the address is the whole one. */
  public record Door(
      long id,
      String label,
      String address,
      String style,
      String target,
      boolean cases,
      boolean on) {}

  /** One of our fields. */
  public record Field(String name, boolean needed) {}

  /** What came; what it became, or why not. */
  public record Came(long id, String state, String became, String when, String body) {
    public boolean refused() {
      return state.equals("refused");
    }
  }
}
