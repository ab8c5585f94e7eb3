package amends.staff;

import org.jspecify.annotations.Nullable;

/**
 * People who share a queue.
 *
 * @param brandId the only brand that it serves; null for all
 */
public record Team(long id, String name, @Nullable Long brandId, boolean active) {}
