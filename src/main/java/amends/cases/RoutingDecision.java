package amends.cases;

import org.jspecify.annotations.Nullable;

/**
 * Where a case goes, and why.
 *
 * @param personId who gets it; null leaves it to the team
 * @param skill the name of the skill that was looked for; null for none
 * @param load what that person had in hand; null without a person
 */
public record RoutingDecision(
    RoutingRule rule,
    long teamId,
    @Nullable Long personId,
    @Nullable String skill,
    Why why,
    @Nullable Load load) {

  /** Why a team or a person. */
  public enum Why {
    /** The rule names a team and no skill. */
    TEAM,
    /** Of those who have the skill and are there, this one had the least to do. */
    SKILL,
    /** Nobody in the team has the skill. */
    NOBODY_HAS,
    /** Who has it is away. */
    NOBODY_THERE,
    /** Who has it and is there has enough in hand. */
    ALL_FULL
  }
}
