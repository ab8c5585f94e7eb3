package amends.staff;

import java.util.HashMap;
import java.util.Map;
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

  /** As the journal tells it. */
  Map<String, Object> payload() {
    Map<String, Object> payload = new HashMap<>();
    payload.put("role", role.code());
    if (brandId != null) {
      payload.put("brand", brandId);
    }
    if (teamId != null) {
      payload.put("team", teamId);
    }
    return payload;
  }
}
