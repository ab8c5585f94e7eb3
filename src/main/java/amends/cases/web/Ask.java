package amends.cases.web;

import amends.shared.page.Page;
import amends.staff.Viewer;
import java.util.Map;

/**
 * One request about one case.
 *
 * @param typed every field as it was sent
 */
record Ask(Page page, Viewer viewer, long id, Map<String, String> typed) {
  static Ask of(Page page, Viewer viewer, long id) {
    return new Ask(page, viewer, id, Map.of());
  }

  String field(String name) {
    return typed.getOrDefault(name, "");
  }
}
