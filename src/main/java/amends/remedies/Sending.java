package amends.remedies;

import amends.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Something that is about to be promised, or about to leave.
 *
 * @param about the matter
 * @param productId what is sent; null when only the unit says so
 * @param unitId the very piece; null while none is chosen
 * @param replacesUnitId what failed
 * @param cause why that failed; null when nobody has said
 * @param grantId once it is granted
 */
public record Sending(
    Subject about,
    long customerId,
    Remedy.Kind kind,
    @Nullable Long productId,
    @Nullable Long unitId,
    @Nullable Long replacesUnitId,
    @Nullable String cause,
    @Nullable Long grantId) {}
