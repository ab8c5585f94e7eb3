package amends.staff;

import java.util.List;
import java.util.Set;

/**
 * A colleague with roles and teams.
 *
 * @param teams the ids of the teams whose queue the person shares
 */
public record Colleague(Person person, List<Grant> grants, Set<Long> teams) {}
