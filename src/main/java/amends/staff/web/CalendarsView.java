package amends.staff.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The house's calendars, the form for one of them with its next twelve months, and which team works
 * by which. Template {@code staff/calendars.jte}.
 *
 * <pre>
 * GET  /calendars         length, unit, after, rule: a period to try
 * POST /calendars         name, zone, place, monday … sunday, since, extra, worked
 * GET  /calendars/{id}    the same page with the form filled
 * POST /calendars/{id}    as above, without the name
 * POST /calendars/teams   team-{id}: the name of a calendar, or nothing for the brand's
 * </pre>
 *
 * @param changed the calendar that the form changes; 0 for a new one
 * @param name of the calendar whose months are shown
 */
public record CalendarsView(
    Page page,
    List<Row> calendars,
    long changed,
    String name,
    Form form,
    Lists lists,
    List<Month> months,
    List<Team> teams,
    Trial trial) {

  /**
   * @param hours "Monday to Friday 9:00–17:00"
   * @param place with its days off; "" for none
   */
  public record Row(long id, String name, String hours, String place, String zone) {}

  /** What can be chosen, and the days of the week in their order. */
  public record Lists(
      List<Choice> zones, List<Choice> places, List<Choice> days, List<Choice> calendars) {}

  /**
   * @param name "January 2027"
   * @param working "20 working days"
   */
  public record Month(String name, String working, List<Off> off) {}

  /**
   * @param worked the house works all the same
   */
  public record Off(String day, String name, boolean worked) {}

  public record Team(long id, String name, @Nullable String calendar) {}

  /**
   * A period, counted.
   *
   * @param told "3 working days after …"; "" before anything was asked
   */
  public record Trial(Form form, List<Choice> units, List<Choice> rules, String told) {}
}
