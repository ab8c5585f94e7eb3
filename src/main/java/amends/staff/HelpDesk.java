package amends.staff;

import org.jspecify.annotations.Nullable;

/**
 * A brand that customers write to, and where its new cases wait.
 *
 * @param team null only in an installation without teams
 */
public record HelpDesk(Brand brand, @Nullable Team team) {}
