package amends.staff.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * Who is away, now and in the next weeks. Template {@code staff/absences.jte}.
 *
 * <pre>
 * GET  /absences
 * POST /absences               person, from, until, kind (planned|sudden|shift)
 * POST /absences/{id}/ending   (no fields)  back already, or not going at all
 * </pre>
 *
 * @param people for whom the viewer may write it down, oneself first
 */
public record AbsencesView(
    Page page, List<Row> rows, List<Choice> people, List<Choice> kinds, Form form) {

  /**
   * An absence.
   *
   * @param now it has begun
   * @param when "Monday 11 May, 09:00 to Friday 15 May, 17:00"
   * @param kind "Planned"; "" for whom it does not concern
   * @param mayEnd it is one's own, or one plans the duty of the person
   */
  public record Row(
      long id, String name, boolean you, boolean now, String when, String kind, boolean mayEnd) {}
}
