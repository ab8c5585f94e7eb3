package amends.remedies;

/** A request was approved, refused or withdrawn, as it says. */
public record RequestAnswered(Request request) {}
