package amends.goods;

import org.jspecify.annotations.Nullable;

/** A product as another system tells of it. */
public record ProductSheet(String externalId, String name, @Nullable String brand) {}
