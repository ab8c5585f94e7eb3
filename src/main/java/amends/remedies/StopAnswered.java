package amends.remedies;

/** The customer has answered to a stop: whoever decides reads it first. */
public record StopAnswered(long grantId) {}
