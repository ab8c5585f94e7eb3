package amends.cases.web;

import amends.cases.Load;
import amends.cases.Loads;
import amends.cases.Routing;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.staff.Absences;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can own a case: oneself first, colleagues, teams. */
@Component
final class Owners {
  private final Staff staff;
  private final Absences absences;
  private final Loads loads;
  private final Routing routing;
  private final InstantSource clock;

  Owners(Staff staff, Absences absences, Loads loads, Routing routing, InstantSource clock) {
    this.staff = staff;
    this.absences = absences;
    this.loads = loads;
    this.routing = routing;
    this.clock = clock;
  }

  /** The same for a case that is there: with what each has in hand, and by the rules. */
  List<Choice> loaded(Viewer viewer, Voice t) {
    Instant now = clock.instant();
    List<Person> people = staff.people().stream().filter(Person::active).toList();
    Map<Long, Load> inHand = loads.of(people.stream().map(Person::id).toList(), now);
    Map<Long, Instant> away =
        absences.absent(now).stream()
            .collect(Collectors.toMap(id -> id, id -> absences.backAt(id, now)));
    List<Choice> choices = new ArrayList<>();
    for (Choice choice : choices(viewer, t)) {
      boolean person = choice.value().startsWith("person:");
      long id = Long.parseLong(choice.value().substring(choice.value().indexOf(':') + 1));
      choices.add(
          person
              ? new Choice(
                  choice.value(),
                  choice.words(),
                  hint(t, now, inHand.getOrDefault(id, Load.NOTHING), away.get(id)))
              : choice);
    }
    if (routing.works()) {
      choices.add(new Choice("rules:0", t.say("cases.routing.by"), t.say("cases.routing.by.hint")));
    }
    return choices;
  }

  private static String hint(Voice t, Instant now, Load load, @Nullable Instant back) {
    String inHand = t.say("cases.owner.load", load.open(), load.dueSoon());
    return back == null ? inHand : t.say("cases.owner.away", t.at(back, now), inHand);
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
