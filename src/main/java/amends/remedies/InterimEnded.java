package amends.remedies;

/** A bridge is over without a final remedy of ours: its case no longer stays open for it. */
public record InterimEnded(RemedyGrant grant) {}
