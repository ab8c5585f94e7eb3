package amends.remedies;

import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Scope;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Which grants somebody looks at: those of the teams and brands where they have the permission, but
 * for restricted matters, which are overseen by nobody and counted for nobody.
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

  private final Staff staff;
  private final Permits permits;
  private final Matters matters;

  Overseen(Staff staff, Permits permits, Matters matters) {
    this.staff = staff;
    this.permits = permits;
    this.matters = matters;
  }

  private record Pair(long team, long brand) {}

  Map<String, Object> params(Viewer viewer, Permission permission) {
    List<Pair> pairs =
        staff.teams().stream()
            .map(Team::id)
            .flatMap(team -> staff.brands().stream().map(brand -> new Pair(team, brand.id())))
            .filter(
                pair -> permits.may(viewer, permission, Scope.ofTeam(pair.team(), pair.brand())))
            .toList();
    List<Subject> hidden = matters.restricted();
    return Map.of(
        "hiddenKinds", hidden.stream().map(Subject::kind).toArray(String[]::new),
        "hidden", hidden.stream().map(Subject::id).toArray(Long[]::new),
        "viewer", viewer.id(),
        "teams", pairs.stream().map(Pair::team).toArray(Long[]::new),
        "brands", pairs.stream().map(Pair::brand).toArray(Long[]::new));
  }

  /** Without those of matters that have gone where the viewer may not follow. */
  List<RemedyGrant> visible(List<RemedyGrant> grants, Viewer viewer) {
    return grants.stream()
        .filter(grant -> matters.may(viewer, Permission.SEE_CASE, grant.about()))
        .toList();
  }

  void require(RemedyGrant grant, Permission permission, Viewer by) {
    Subject about = grant.about();
    matters.permitted(about, permission, by);
  }
}
