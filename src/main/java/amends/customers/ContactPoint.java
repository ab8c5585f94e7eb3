package amends.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer can be reached.
 *
 * @param address as it was given
 * @param norm the form in which two spellings are equal
 * @param preferred the one to use among several of the same channel
 * @param verifiedAt when it was shown to be theirs; null when it was only said
 * @param verifiedHow by what, as a code such as {@code replied} or {@code link}
 * @param deadAt since when nothing reaches them there
 */
public record ContactPoint(
    long id,
    long customerId,
    Channel channel,
    String address,
    String norm,
    boolean preferred,
    @Nullable Instant verifiedAt,
    @Nullable String verifiedHow,
    @Nullable Instant deadAt) {

  public boolean living() {
    return deadAt == null;
  }
}
