package amends.promises;

import java.util.List;

/** Promises were not kept in time; each has escalated to the lead of its team. */
public record PromisesBroken(List<Promise> promises) {}
