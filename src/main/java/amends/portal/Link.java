package amends.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link to one case for one recipient, without the link itself.
 *
 * @param address where it is sent, and nowhere else
 * @param revokedAt since when it was made to stop; null while nobody has
 */
public record Link(
    long id,
    long caseId,
    long customerId,
    String address,
    Instant madeAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {

  public boolean opensAt(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  public boolean expiredAt(Instant now) {
    return revokedAt == null && !now.isBefore(expiresAt);
  }
}
