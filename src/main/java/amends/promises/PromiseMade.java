package amends.promises;

/** A promise was given. */
public record PromiseMade(Promise promise) {}
