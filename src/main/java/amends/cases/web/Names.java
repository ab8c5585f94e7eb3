package amends.cases.web;

import amends.cases.CaseFile;
import amends.journal.Recorded;
import amends.messages.Message;
import amends.promises.Owner;
import amends.promises.Promise;
import amends.shared.Texts.Voice;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of everybody in one file; read with one statement for people and one for teams. */
final class Names {
  private final Voice t;
  private final Viewer viewer;
  private final Map<Long, String> people;
  private final Map<Long, String> teams;

  private Names(Voice t, Viewer viewer, Map<Long, String> people, Map<Long, String> teams) {
    this.t = t;
    this.viewer = viewer;
    this.people = people;
    this.teams = teams;
  }

  static Names in(CaseFile file, Voice t, Viewer viewer, Staff staff) {
    Set<Long> ids = ids(file);
    Map<Long, String> people = new HashMap<>(staff.tokenNames(ids));
    staff.people(ids).forEach(person -> people.put(person.id(), person.name()));
    Map<Long, String> teams =
        staff.teams().stream().collect(Collectors.toMap(Team::id, Team::name));
    return new Names(t, viewer, people, teams);
  }

  /** "You", or the name. */
  String person(@Nullable Long id) {
    if (id == null) {
      return "";
    }
    return id == viewer.id() ? t.say("cases.you") : name(id);
  }

  /** The same within a sentence: "by you". */
  String within(@Nullable Long id) {
    return id != null && id == viewer.id() ? t.say("cases.you.within") : person(id);
  }

  String name(long id) {
    return people.getOrDefault(id, t.say("cases.somebody"));
  }

  String team(@Nullable Long id) {
    return id == null ? "" : teams.getOrDefault(id, t.say("cases.a-team"));
  }

  String owner(Owner owner) {
    return owner.person() == null ? team(owner.team()) : person(owner.person());
  }

  private static Set<Long> ids(CaseFile file) {
    Set<Long> ids = new HashSet<>();
    add(ids, file.matter().ownerId());
    file.promises().forEach(p -> add(ids, p.moments().escalatedTo()));
    file.told().notes().forEach(n -> ids.add(n.by()));
    file.told().calls().forEach(c -> ids.add(c.by()));
    file.told().statements().forEach(s -> add(ids, s.takenBy()));
    file.told()
        .handovers()
        .forEach(h -> {
          ids.add(h.by());
          add(ids, h.toPerson());
        });
    file.told().routed().forEach(r -> add(ids, r.person()));
    file.told().harms().forEach(h -> add(ids, h.reportedBy()));
    file.ended().settlements().forEach(s -> ids.add(s.by()));
    file.ended().followUps().forEach(f -> ids.add(f.by()));
    file.ended().reopenings().forEach(r -> ids.add(r.by()));
    file.waiting().stream()
        .map(CaseFile.Wait::by)
        .filter(by -> by.kind().equals("person"))
        .forEach(by -> ids.add(by.id()));
    file.promises().stream().map(Promise::owner).forEach(o -> add(ids, o.person()));
    persons(file).forEach(ids::add);
    return ids;
  }

  private static List<Long> persons(CaseFile file) {
    return Stream.concat(
            file.messages().stream().map(Message::author),
            file.journal().stream().map(Recorded::actor))
        .filter(actor -> actor.isPerson() || actor.isToken())
        .map(actor -> actor.isToken() ? -actor.id() : actor.id())
        .toList();
  }

  private static void add(Set<Long> ids, @Nullable Long id) {
    if (id != null) {
      ids.add(id);
    }
  }
}
