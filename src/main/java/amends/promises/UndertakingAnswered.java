package amends.promises;

/** A colleague accepted or declined what they were asked for. */
public record UndertakingAnswered(Undertaking undertaking) {}
