package amends.promises;

import java.util.List;

/** Nobody answered by the moment that was asked for. */
public record UndertakingsUnanswered(List<Undertaking> undertakings) {}
