package amends.staff.web;

import amends.shared.page.Choice;
import amends.staff.Colleague;
import amends.staff.Grant;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Scope;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whose duty the viewer plans: one's own, and that of everybody in a team that one leads. */
@Component
final class Rota {
  private final Staff staff;
  private final Permits permits;

  Rota(Staff staff, Permits permits) {
    this.staff = staff;
    this.permits = permits;
  }

  /** Everybody who works here, by name, oneself first. */
  List<Colleague> colleagues(Viewer viewer) {
    return staff.roster().stream()
        .filter(c -> c.person().active())
        .sorted(Comparator.comparing(c -> c.person().id() != viewer.id()))
        .toList();
  }

  boolean plans(Viewer viewer, Colleague colleague) {
    return viewer.id() == colleague.person().id() || leads(viewer, colleague);
  }

  /** Not for oneself: what a lead says of a colleague. */
  boolean leads(Viewer viewer, Colleague colleague) {
    return permits.may(viewer, Permission.PLAN_DUTY)
        || reach(colleague).stream()
            .anyMatch(t -> permits.may(viewer, Permission.PLAN_DUTY, Scope.ofTeam(t, null)));
  }

  /**
   * @throws amends.staff.Forbidden when the viewer plans neither this person's duty nor everybody's
   */
  void requirePlan(Viewer viewer, long personId) {
    if (colleagues(viewer).stream()
        .noneMatch(c -> c.person().id() == personId && plans(viewer, c))) {
      permits.require(viewer, Permission.PLAN_DUTY);
    }
  }

  List<Choice> planned(Viewer viewer) {
    return colleagues(viewer).stream()
        .filter(c -> plans(viewer, c))
        .map(c -> Choice.of(String.valueOf(c.person().id()), c.person().name()))
        .toList();
  }

  /** The names of the teams whose queue the colleague shares. */
  String teams(Colleague colleague) {
    return String.join(
        ", ",
        staff.teams().stream()
            .filter(t -> colleague.teams().contains(t.id()))
            .map(Team::name)
            .toList());
  }

  private static Set<Long> reach(Colleague colleague) {
    Set<Long> teams = new HashSet<>(colleague.teams());
    Stream<Grant> grants = colleague.grants().stream();
    grants.map(Grant::teamId).filter(Objects::nonNull).forEach(teams::add);
    return teams;
  }
}
