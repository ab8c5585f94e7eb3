package amends.remedies;

/** What was stopped, or was to be claimed back, goes on as it was given. */
public record StopLifted(long grantId) {}
