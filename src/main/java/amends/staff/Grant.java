package amends.staff;

import org.jspecify.annotations.Nullable;

/**
 * A role and how far it reaches.
 *
 * @param brandId the only brand; null for all
 * @param teamId the only team; null for all
 */
public record Grant(Role role, @Nullable Long brandId, @Nullable Long teamId) {
  public static Grant everywhere(Role role) {
    return new Grant(role, null, null);
  }

  public static Grant inTeam(Role role, long teamId) {
    return new Grant(role, null, teamId);
  }

  public static Grant inBrand(Role role, long brandId) {
    return new Grant(role, brandId, null);
  }

  boolean isEverywhere() {
    return brandId == null && teamId == null;
  }

  boolean reaches(Scope scope) {
    return (brandId == null || brandId.equals(scope.brandId()))
        && (teamId == null || teamId.equals(scope.teamId()));
  }
}
