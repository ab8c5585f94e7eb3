package amends.staff;

import org.jspecify.annotations.Nullable;

/**
 * Where something belongs, as far as permissions ask.
 *
 * @param ownerId the person who owns it; null when a team does
 * @param teamId the team in whose queue it is; null for none
 * @param brandId the brand that it is about; null for none
 */
public record Scope(@Nullable Long ownerId, @Nullable Long teamId, @Nullable Long brandId) {
  /** The installation itself: nobody's, of no team and no brand. */
  public static final Scope HOUSE = new Scope(null, null, null);

  public static Scope of(@Nullable Long ownerId, @Nullable Long teamId, @Nullable Long brandId) {
    return new Scope(ownerId, teamId, brandId);
  }

  public static Scope ofTeam(long teamId, @Nullable Long brandId) {
    return new Scope(null, teamId, brandId);
  }
}
