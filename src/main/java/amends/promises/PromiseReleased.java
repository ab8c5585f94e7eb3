package amends.promises;

/** A promise is owed no more, without having been kept. */
public record PromiseReleased(Promise promise, String reason) {}
