package amends.customers;

import java.time.Instant;

/** A merge that stands: the duplicate is known as the survivor since then. */
public record Merge(long duplicate, long survivor, Instant at) {}
