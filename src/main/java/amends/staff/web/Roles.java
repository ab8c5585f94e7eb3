package amends.staff.web;

import amends.staff.Grant;
import amends.staff.Role;
import java.util.Comparator;
import java.util.List;

/** A person's roles in one word: the one that reaches furthest. */
final class Roles {
  private Roles() {}

  static String highest(List<Grant> grants) {
    return grants.stream()
        .map(Grant::role)
        .max(Comparator.naturalOrder())
        .orElse(Role.AGENT)
        .code();
  }
}
