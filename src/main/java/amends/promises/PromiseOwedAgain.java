package amends.promises;

/** The message that was to keep a promise could not be delivered: it is owed as before. */
public record PromiseOwedAgain(Promise promise) {}
