package amends.staff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token about to be made.
 *
 * @param name of the program that will hold it
 * @param scopes as they are written: {@code customers:read}, {@code goods:*}
 * @param expiresAt null for never
 */
public record NewApiToken(
    String name,
    List<String> scopes,
    @Nullable Long brandId,
    @Nullable Long teamId,
    @Nullable Instant expiresAt) {
  public NewApiToken {
    scopes = List.copyOf(scopes);
  }
}
