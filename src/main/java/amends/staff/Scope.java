package amends.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where something belongs, as far as permissions ask.
 *
 * @param ownerId the person who owns it; null when a team does
 * @param teamId the team in whose queue it is; null for none
 * @param brandId the brand that it is about; null for none
 * @param named the only people who may know of it, whatever the roles of others; null when it is
 *     not restricted
 */
public record Scope(
    @Nullable Long ownerId,
    @Nullable Long teamId,
    @Nullable Long brandId,
    @Nullable Set<Long> named) {
  /** The installation itself: nobody's, of no team and no brand. */
  public static final Scope HOUSE = new Scope(null, null, null, null);

  public static Scope of(@Nullable Long ownerId, @Nullable Long teamId, @Nullable Long brandId) {
    return new Scope(ownerId, teamId, brandId, null);
  }

  /** The same place, for these people alone; null lifts no limit and sets none. */
  public Scope only(@Nullable Set<Long> people) {
    return new Scope(ownerId, teamId, brandId, people == null ? null : Set.copyOf(people));
  }

  public static Scope ofTeam(long teamId, @Nullable Long brandId) {
    return new Scope(null, teamId, brandId, null);
  }
}
