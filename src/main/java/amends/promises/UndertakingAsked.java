package amends.promises;

/** A colleague was asked to do something for a customer. */
public record UndertakingAsked(Undertaking undertaking) {}
