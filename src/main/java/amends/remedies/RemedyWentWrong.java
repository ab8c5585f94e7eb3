package amends.remedies;

/**
 * What was given to make it right went wrong itself. It counts as a second failure, and rises.
 *
 * @param again how many remedies have gone wrong in this matter, this one included
 */
public record RemedyWentWrong(RemedyGrant grant, String why, int again) {}
