package amends.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.NotFound;
import amends.shared.Subject;
import amends.testing.DatabaseTest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole policy as a table, and lists that agree with single records in every combination. */
@DatabaseTest
class PermitsTest {
  private static final String NAMED = "c.named_only";
  private static final long ME = 1;
  private static final long TEAM = 10;
  private static final long BRAND = 20;
  private static final Scope HERE = Scope.of(2L, TEAM, BRAND);
  private static final Scope ELSEWHERE = Scope.of(2L, 11L, 21L);

  @Autowired Permits permits;
  @Autowired JdbcClient sql;

  private static Viewer viewer(Grant... grants) {
    return new Viewer(
        ME, "Ann", "ann@x.example", Locale.ENGLISH, ZoneOffset.UTC, List.of(grants), Set.of());
  }

  /** permission: who may in reach | who may out of reach; a, l, m, A for the four roles. */
  private static final String POLICY =
      """
      SEE_CASE          almA | .
      WORK_CASE         almA | .
      SETTLE            almA | .
      REOPEN            almA | .
      GRANT_REMEDY      almA | .
      BACK_REMEDY       lmA  | .
      STOP_REMEDY       lmA  | .
      PAY_REMEDY        lmA  | lmA
      ARRANGE_REMEDIES  mA   | mA
      STOP_GOODS        lmA  | lmA
      OPEN_CASE         almA | almA
      JOIN_CUSTOMERS    almA | almA
      HOLD_MAIL         almA | almA
      SEE_CUSTOMERS     almA | almA
      SEE_PEOPLE        lmA  | lmA
      SEE_HEALTH        almA | almA
      SEE_CATCHER       almA | almA
      RELEASE_OUTBOX    .    | .
      SEE_AUDIT         .    | .
      KEEP_DESK         lmA  | lmA
      PLAN_DUTY         lmA  | .
      ARRANGE_DESK      mA   | .
      BROADCAST         lmA  | .
      BROADCAST_WIDELY  mA   | .
      KEEP_DATA         .    | .
      ADMINISTER_STAFF  .    | .
      """;

  @Test
  void aRoleInOneTeamMayWhatTheTableSays() {
    List<String> rows = POLICY.lines().toList();
    assertThat(rows).hasSize(Permission.values().length);
    for (String row : rows) {
      String[] cells = row.split("[ |]+");
      Permission permission = Permission.valueOf(cells[0]);
      for (Role role : Role.values()) {
        Viewer viewer = viewer(Grant.inTeam(role, TEAM));
        String letter = role == Role.ADMINISTRATOR ? "A" : role.code().substring(0, 1);
        assertThat(permits.may(viewer, permission, HERE))
            .as("%s in reach: %s", role, row)
            .isEqualTo(cells[1].contains(letter));
        assertThat(permits.may(viewer, permission, ELSEWHERE))
            .as("%s out of reach: %s", role, row)
            .isEqualTo(cells[2].contains(letter));
      }
    }
  }

  @Test
  void onlyAnAdministratorOfEverythingAdministers() {
    for (Permission permission : List.of(Permission.ADMINISTER_STAFF, Permission.RELEASE_OUTBOX)) {
      for (Role role : Role.values()) {
        assertThat(permits.may(viewer(Grant.everywhere(role)), permission))
            .isEqualTo(role == Role.ADMINISTRATOR);
      }
      assertThat(permits.may(viewer(Grant.inBrand(Role.ADMINISTRATOR, BRAND)), permission))
          .isFalse();
    }
  }

  @Test
  void whoHasNoRoleMayNothingButLookAfterOnesOwnCases() {
    for (Permission permission : Permission.values()) {
      assertThat(permits.may(viewer(), permission, HERE)).isFalse();
      assertThat(permits.may(viewer(), permission, Scope.of(ME, 99L, 99L)))
          .isEqualTo(Policy.OWNER.contains(permission));
    }
  }

  @Test
  void hidesWhatMayNotBeSeenAndForbidsWhatMay() {
    Subject subject = Subject.of("case", 5);
    Viewer agent = viewer(Grant.inTeam(Role.AGENT, TEAM));
    permits.require(agent, Permission.SETTLE, HERE, subject);
    assertThatThrownBy(() -> permits.require(agent, Permission.SETTLE, ELSEWHERE, subject))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> permits.require(agent, Permission.ADMINISTER_STAFF, HERE, subject))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> permits.require(agent, Permission.SEE_PEOPLE))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void listsAgreeWithSingleRecordsInEveryCombination() {
    List<Scope> scopes = scopes();
    for (Viewer viewer : viewers()) {
      Visible visible = permits.visible(viewer);
      List<Boolean> bySql =
          inSql(visible, scopes, visible.where("c.owner_id", "c.team_id", "c.brand_id", NAMED));
      for (int i = 0; i < scopes.size(); i++) {
        Scope scope = scopes.get(i);
        boolean one = permits.may(viewer, Permission.SEE_CASE, scope);
        assertThat(bySql.get(i)).as("%s in SQL for %s", scope, viewer.grants()).isEqualTo(one);
        assertThat(visible.includes(scope)).as("%s for %s", scope, viewer).isEqualTo(one);
      }
    }
  }

  @Test
  void whatIsAskedApartIsFoundOnceAndNothingElse() {
    List<Scope> scopes = scopes();
    for (Viewer viewer : viewers()) {
      Visible visible = permits.visible(viewer);
      List<List<Boolean>> apart =
          visible
              .apart("c.owner_id", "c.team_id", "c.brand_id", NAMED, "(" + NAMED + " is not null)")
              .stream()
              .map(condition -> inSql(visible, scopes, condition))
              .toList();
      for (int i = 0; i < scopes.size(); i++) {
        int at = i;
        assertThat(apart.stream().filter(found -> found.get(at)).count())
            .as("%s for %s", scopes.get(i), viewer.grants())
            .isEqualTo(visible.includes(scopes.get(i)) ? 1 : 0);
      }
    }
  }

  private List<Boolean> inSql(Visible visible, List<Scope> scopes, String condition) {
    return sql.sql(
            """
            select coalesce(%s, false)
            from unnest(cast(:owners as bigint[]), cast(:teams as bigint[]), cast(:brands as bigint[]),
              cast(:named as text[])) with ordinality as d(owner_id, team_id, brand_id, named, place)
            cross join lateral (select d.owner_id, d.team_id, d.brand_id,
              cast(d.named as bigint[]) as named_only) c order by d.place
            """
                .formatted(condition))
        .params(visible.params())
        .param("owners", scopes.stream().map(Scope::ownerId).toArray(Long[]::new))
        .param("teams", scopes.stream().map(Scope::teamId).toArray(Long[]::new))
        .param("brands", scopes.stream().map(Scope::brandId).toArray(Long[]::new))
        .param("named", scopes.stream().map(PermitsTest::named).toArray(String[]::new))
        .query(Boolean.class)
        .list();
  }

  private static @Nullable String named(Scope scope) {
    Set<Long> named = scope.named();
    return named == null ? null : named.toString().replace('[', '{').replace(']', '}');
  }

  private static List<Scope> scopes() {
    List<Scope> all = new ArrayList<>();
    for (Long owner : ids(null, ME, 2L)) {
      for (Long team : ids(null, TEAM, 11L)) {
        for (Long brand : ids(null, BRAND, 21L)) {
          Scope scope = Scope.of(owner, team, brand);
          all.add(scope);
          all.add(scope.only(Set.of(ME)));
          all.add(scope.only(Set.of(2L, 3L)));
        }
      }
    }
    return all;
  }

  /** Nobody's grants, each single grant, and each pair of them. */
  private static List<Viewer> viewers() {
    List<Grant> grants = new ArrayList<>();
    for (Role role : Role.values()) {
      for (Long team : ids(null, TEAM, 11L)) {
        for (Long brand : ids(null, BRAND, 21L)) {
          grants.add(new Grant(role, brand, team));
        }
      }
    }
    List<Viewer> all = new ArrayList<>();
    all.add(viewer());
    for (Grant one : grants) {
      all.add(viewer(one));
      grants.stream().filter(g -> g.role() == Role.AGENT).forEach(g -> all.add(viewer(one, g)));
    }
    return all;
  }

  private static List<@Nullable Long> ids(@Nullable Long... ids) {
    return Arrays.asList(ids);
  }
}
