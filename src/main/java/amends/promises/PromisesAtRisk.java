package amends.promises;

import java.util.List;

/** Promises came into danger before their clock said so. */
public record PromisesAtRisk(List<Promise> promises, Risks.Cause cause) {}
