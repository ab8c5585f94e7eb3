package amends.remedies;

/** Somebody looked, or said, whether a remedy arrived and works. */
public record RemedyChecked(RemedyGrant grant, RemedyCheck check) {}
