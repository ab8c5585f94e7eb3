package amends.staff;

import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Settings;
import amends.shared.SignInSettings.Oidc;
import amends.shared.SignInSettings.RoleFrom;
import amends.staff.provider.Account;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes roles and teams over from the company's sign-in, as the settings map them. What no entry of
 * the map names is left alone; the last administrator stays one.
 */
@Component
final class ProviderRoles {
  private static final Logger log = LoggerFactory.getLogger(ProviderRoles.class);

  private final Staff staff;
  private final Settings settings;

  ProviderRoles(Staff staff, Settings settings) {
    this.staff = staff;
    this.settings = settings;
  }

  boolean areTaken() {
    Oidc oidc = settings.signIn().oidc();
    return oidc != null && !oidc.rolesClaim().isEmpty() && !oidc.roles().isEmpty();
  }

  /** In the caller's transaction: the roles are from now on what the account says. */
  void take(long personId, Account account) {
    Oidc oidc = settings.signIn().oidc();
    if (oidc == null || !areTaken()) {
      return;
    }
    Set<Grant> all = grants(oidc.roles(), null);
    Set<Grant> wanted = grants(oidc.roles(), account);
    List<Grant> held = staff.grantsOf(personId);
    wanted.stream().filter(g -> !held.contains(g)).forEach(g -> give(personId, g));
    all.stream()
        .filter(g -> held.contains(g) && !wanted.contains(g))
        .forEach(g -> end(personId, g, wanted));
  }

  private void give(long personId, Grant grant) {
    staff.grant(personId, grant, Actor.SYSTEM);
    Long team = grant.teamId();
    if (team != null) {
      staff.join(personId, team, Actor.SYSTEM);
    }
  }

  private void end(long personId, Grant grant, Set<Grant> wanted) {
    try {
      staff.revoke(personId, grant, Actor.SYSTEM);
    } catch (Refusal e) {
      log.warn("person {} stays administrator: there is no other", personId);
      return;
    }
    Long team = grant.teamId();
    if (team != null && wanted.stream().noneMatch(g -> Objects.equals(g.teamId(), team))) {
      staff.part(personId, team, Actor.SYSTEM);
    }
  }

  private Set<Grant> grants(List<RoleFrom> map, @Nullable Account account) {
    Set<Grant> grants = new HashSet<>();
    for (RoleFrom entry : map) {
      if (account == null || account.groups().contains(entry.value())) {
        grant(entry).ifPresent(grants::add);
      }
    }
    return grants;
  }

  private Optional<Grant> grant(RoleFrom entry) {
    Role role = Role.of(entry.role());
    if (entry.team().isEmpty()) {
      return Optional.of(Grant.everywhere(role));
    }
    Optional<Team> team =
        staff.teams().stream().filter(t -> t.name().equalsIgnoreCase(entry.team())).findFirst();
    if (team.isEmpty()) {
      log.warn("AMENDS_OIDC_ROLES names a team that is not there: {}", entry.team());
    }
    return team.map(t -> Grant.inTeam(role, t.id()));
  }
}
