package amends.staff;

import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another program shows to come in; the token itself is known to nobody but its holder.
 *
 * @param scopes codes of {@link ApiScope}, sorted
 * @param brandId the only brand whose cases it reaches; null for all
 * @param teamId the only team whose cases it reaches; null for all
 * @param madeBy the person; null for the operator at the command line
 * @param expiresAt from when on it opens nothing; null for never
 * @param usedAt when it was last shown, to the hour; null for not yet
 * @param revokedAt since when it opens nothing any more; null while it stands
 */
public record ApiToken(
    long id,
    String name,
    List<String> scopes,
    @Nullable Long brandId,
    @Nullable Long teamId,
    @Nullable Long madeBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant usedAt,
    @Nullable Instant revokedAt) {
  public ApiToken {
    scopes = List.copyOf(scopes);
  }

  public boolean opens(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  public static Subject subject(long id) {
    return Subject.of("token", id);
  }
}
