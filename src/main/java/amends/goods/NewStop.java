package amends.goods;

import org.jspecify.annotations.Nullable;

/**
 * A stop mark to be set, on one unit, else on one lot, else on the whole product.
 *
 * @param product its number
 * @param lot the lot's code; null for none
 * @param serial the unit's serial number; null for none
 */
public record NewStop(
    String product,
    @Nullable String lot,
    @Nullable String serial,
    StopMark.Reason reason,
    String words,
    String evidence) {}
