package amends.promises;

/** A rhythm has its next promise: made, or found among what was promised anyway. */
public record CadenceWentOn(Promise next) {}
