package amends.cases.web;

import amends.shared.NotFound;
import amends.shared.Subject;
import amends.shared.page.Page;
import amends.staff.Viewer;
import amends.time.WorkingCalendar;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One request about one case or customer.
 *
 * @param id of the case or customer; 0 where the address names none
 * @param part of one thing in it, such as a promise; 0 where the address names none
 * @param typed every field as it was sent
 * @param office what a working day is, by the viewer's clock
 */
record Ask(
    Page page,
    Viewer viewer,
    long id,
    long part,
    Map<String, String> typed,
    Supplier<WorkingCalendar> office) {
  static Ask of(Page page, Viewer viewer, long id) {
    return new Ask(page, viewer, id, Map.of());
  }

  Ask(Page page, Viewer viewer, long id, Map<String, String> typed) {
    this(page, viewer, id, 0, typed, () -> WorkingCalendar.office(page.t().zone()));
  }

  /** The number in an address; what is no number leads nowhere. */
  static long number(String named) {
    if (!named.matches("\\d{1,18}")) {
      throw new NotFound(Subject.of("page", 0));
    }
    return Long.parseLong(named);
  }

  String field(String name) {
    return typed.getOrDefault(name, "");
  }
}
