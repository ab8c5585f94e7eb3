package amends.remedies;

/** The approver is away, or did not answer in time: the stand-in answers from now on. */
public record RequestPassed(Request request) {}
