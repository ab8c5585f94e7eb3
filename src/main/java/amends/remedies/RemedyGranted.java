package amends.remedies;

/** A remedy was granted, and ordered. */
public record RemedyGranted(RemedyGrant grant) {}
