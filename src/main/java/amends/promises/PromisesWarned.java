package amends.promises;

import java.util.List;

/** Promises came so near to their due moment that their owners were warned. */
public record PromisesWarned(List<Promise> promises) {}
