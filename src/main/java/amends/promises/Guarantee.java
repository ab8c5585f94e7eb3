package amends.promises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A standing promise: given to everybody, and published.
 *
 * @param brand whose customers it is given to; null for those of every brand
 * @param scope to whom and when it applies, as customers read it
 * @param ifNot what happens if it is not kept
 * @param retiredAt when it was taken out of the catalogue; null while it stands
 */
public record Guarantee(
    long id,
    @Nullable Long brand,
    String title,
    String words,
    String scope,
    String ifNot,
    Instant madeAt,
    @Nullable Instant retiredAt) {}
