package amends.promises;

/** A promise was kept, or a broken one made good; {@code promise} shows which. */
public record PromiseKept(Promise promise) {}
