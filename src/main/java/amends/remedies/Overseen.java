package amends.remedies;

import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Leads;
import amends.staff.Leads.Place;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Person;
import amends.staff.Scope;
import amends.staff.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/**
 * Which grants somebody looks at: those that were given in the teams and brands where they have the
 * permission, wherever their matters have gone since, but for restricted matters, which are
 * overseen by nobody and counted for nobody. What was given where nobody else leads is looked at
 * where its matter is now.
 */
@Component
final class Overseen {
  /** Goes with {@link #params}: the team and brand of each grant, as one of those pairs. */
  static final String WHERE =
      """
      (g.team_id, g.brand_id) in (
        select * from unnest(cast(:teams as bigint[]), cast(:brands as bigint[])))
      and (g.subject_kind, g.subject_id) not in (
        select * from unnest(cast(:hiddenKinds as text[]), cast(:hidden as bigint[])))\
      """;

  private final Leads leads;
  private final Permits permits;
  private final Matters matters;

  Overseen(Leads leads, Permits permits, Matters matters) {
    this.leads = leads;
    this.permits = permits;
    this.matters = matters;
  }

  Map<String, Object> params(Viewer viewer, Permission permission) {
    return params(viewer, pairs(viewer, permission, true));
  }

  /** Teams and brands where this viewer has the permission, or where they have not. */
  private List<Place> pairs(Viewer viewer, Permission permission, boolean has) {
    return leads.places().stream()
        .filter(place ->
            has == permits.may(viewer, permission, Scope.ofTeam(place.teamId(), place.brandId())))
        .toList();
  }

  private Map<String, Object> params(Viewer viewer, List<Place> pairs) {
    List<Subject> hidden = matters.restricted();
    return Map.of(
        "hiddenKinds", hidden.stream().map(Subject::kind).toArray(String[]::new),
        "hidden", hidden.stream().map(Subject::id).toArray(Long[]::new),
        "viewer", viewer.id(),
        "teams", pairs.stream().map(Place::teamId).toArray(Long[]::new),
        "brands", pairs.stream().map(Place::brandId).toArray(Long[]::new));
  }

  /** Goes with {@link #left}: what was given where nobody leads but, at most, whoever gave it. */
  static final String LEFT =
      """
      exists (select from unnest(cast(:teams as bigint[]), cast(:brands as bigint[]),
          cast(:leads as bigint[])) as o(team, brand, lead)
        where o.team = g.team_id and o.brand = g.brand_id and o.lead in (0, g.ruled_by))
      and (g.subject_kind, g.subject_id) not in (
        select * from unnest(cast(:hiddenKinds as text[]), cast(:hidden as bigint[])))\
      """;

  /**
   * Teams and brands of others that nobody leads, or one person alone; empty for who leads none.
   */
  Map<String, Object> left(Viewer viewer, Permission permission) {
    return left(viewer, permission, leads::of);
  }

  /** The same, where no administrator oversees it either. */
  Map<String, Object> leftByAll(Viewer viewer, Permission permission) {
    return left(viewer, permission, leads::overseeing);
  }

  private Map<String, Object> left(
      Viewer viewer, Permission permission, LongFunction<List<Person>> leadersOf) {
    List<Place> pairs = new ArrayList<>();
    List<Long> alone = new ArrayList<>();
    if (!pairs(viewer, permission, true).isEmpty()) {
      Map<Long, List<Person>> leading = new HashMap<>();
      for (Place pair : pairs(viewer, permission, false)) {
        List<Person> here = leading.computeIfAbsent(pair.teamId(), leadersOf::apply);
        if (here.size() <= 1) {
          pairs.add(pair);
          alone.add(here.isEmpty() ? 0L : here.getFirst().id());
        }
      }
    }
    Map<String, Object> params = new HashMap<>(params(viewer, pairs));
    params.put("leads", alone.toArray(Long[]::new));
    return params;
  }

  /** Whether nobody oversees where it was given but, at most, whoever gave it. */
  private boolean isLeft(RemedyGrant grant) {
    return leads.overseeing(grant.teamId()).stream()
        .allMatch(person -> person.id() == grant.ruledBy());
  }

  /**
   * The same as {@link #require}, and whoever may somewhere else where nobody else oversees it.
   *
   * @throws amends.staff.Forbidden when they may nowhere, or somebody nearer does
   */
  void requireOrLeft(RemedyGrant grant, Permission permission, Viewer by) {
    boolean mayKnow = matters.find(grant.about()).filter(m -> m.mayKnow(by.id())).isPresent();
    if (!mayKnow || !permits.maySomewhere(by, permission) || !isLeft(grant)) {
      require(grant, permission, by);
    }
  }

  boolean isHere(RemedyGrant grant, Permission permission, Viewer viewer) {
    return matters.may(viewer, permission, grant.about());
  }

  /**
   * @throws amends.staff.Forbidden neither where it was given nor where its matter is now
   */
  void require(RemedyGrant grant, Permission permission, Viewer by) {
    Subject about = grant.about();
    Matter matter = matters.find(about).orElseThrow(() -> new NotFound(about));
    boolean gave =
        matter.mayKnow(by.id())
            && permits.may(by, permission, Scope.ofTeam(grant.teamId(), grant.brandId()));
    if (!gave) {
      matters.permitted(about, permission, by);
    }
  }
}
