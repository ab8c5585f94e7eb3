package amends.cases.web;

import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who can own a case: oneself first, colleagues, teams. */
@Component
final class Owners {
  private final Staff staff;

  Owners(Staff staff) {
    this.staff = staff;
  }

  List<Choice> choices(Viewer viewer, Voice t) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("person:" + viewer.id(), t.say("cases.you"), viewer.email()));
    staff.people().stream()
        .filter(Person::active)
        .filter(person -> person.id() != viewer.id())
        .forEach(p -> choices.add(new Choice("person:" + p.id(), p.name(), p.email())));
    for (Team team : staff.teams()) {
      choices.add(
          new Choice(
              "team:" + team.id(), t.say("cases.owner.team", team.name()), t.say("cases.a-team")));
    }
    return choices;
  }
}
