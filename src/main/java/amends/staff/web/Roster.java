package amends.staff.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Colleague;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of people and teams as the page tells it. */
record Roster(List<Colleague> colleagues, List<Team> teams, Page page, Viewer viewer) {
  static Roster of(Staff staff, Page page, Viewer viewer) {
    return new Roster(staff.roster(), staff.teams(), page, viewer);
  }

  PeopleView shown(Form form, @Nullable String link, boolean mayAdd) {
    return new PeopleView(
        page,
        colleagues.stream().map(this::row).toList(),
        teams.stream().map(this::row).toList(),
        roles(page),
        form,
        link,
        mayAdd);
  }

  static List<Choice> roles(Page page) {
    return Arrays.stream(Role.values())
        .map(r -> Choice.of(r.code(), page.t().say("staff.role." + r.code())))
        .toList();
  }

  private PeopleView.Person row(Colleague colleague) {
    var person = colleague.person();
    return new PeopleView.Person(
        person.id(),
        person.name(),
        person.email(),
        Roles.highest(colleague.grants()),
        names(colleague.teams()),
        seen(person.seenAt()),
        !person.active(),
        person.id() == viewer.id());
  }

  private PeopleView.Team row(Team team) {
    int people = (int) colleagues.stream().filter(c -> c.teams().contains(team.id())).count();
    return new PeopleView.Team(team.id(), team.name(), people, people > 0);
  }

  private List<String> names(Set<Long> ids) {
    return teams.stream().filter(t -> ids.contains(t.id())).map(Team::name).toList();
  }

  private String seen(@Nullable Instant at) {
    return at == null
        ? page.t().say("staff.seen.never")
        : page.t().say("staff.seen", page.t().moment(at));
  }
}
