package amends.remedies;

/** Whoever gave it has undone it, before anything of it left. */
public record RemedyUndone(RemedyGrant grant) {}
