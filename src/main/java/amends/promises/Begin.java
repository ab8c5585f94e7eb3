package amends.promises;

import java.time.Instant;

/**
 * What a booking begins with.
 *
 * @param waitsFor as the customer reads it: "your parcel has arrived"
 * @param after how long after it
 * @param expectedBy by when it is to have come; then somebody looks what has become of it
 */
public record Begin(String waitsFor, After after, Instant expectedBy) {}
