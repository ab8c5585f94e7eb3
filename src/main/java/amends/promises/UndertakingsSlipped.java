package amends.promises;

import java.util.List;

/** What was undertaken will not be done in time, or its moment has passed. */
public record UndertakingsSlipped(List<Undertaking> undertakings) {}
