package amends.remedies;

/** Something that was given is stopped, or is to be claimed back: the customer is asked. */
public record StopOpened(long grantId) {}
