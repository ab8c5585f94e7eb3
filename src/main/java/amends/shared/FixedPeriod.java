package amends.shared;

import java.time.Duration;

/**
 * A kind of data that the house keeps for a time that nobody sets.
 *
 * @param kind a lasting code; its words are {@code app.data.fixed.<kind>}
 * @param kept how long
 */
public record FixedPeriod(String kind, Duration kept) {}
