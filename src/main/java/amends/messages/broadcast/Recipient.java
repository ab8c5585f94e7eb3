package amends.messages.broadcast;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person on a list.
 *
 * @param no their number on it
 * @param channel the way they are written to, or were last; null when there is none
 * @param caseId the case that an answer belongs to; null for none
 * @param own what the words name of them only
 * @param why the key of a text: why they get nothing; null when they do
 * @param trouble what the other side said; null when nothing went wrong
 * @param again whether it went another way after the first had failed
 * @param at when it was taken, or not before which moment it leaves; null for neither
 */
public record Recipient(
    int no,
    long customerId,
    String name,
    @Nullable String channel,
    @Nullable String address,
    @Nullable Long caseId,
    Map<String, String> own,
    State state,
    @Nullable String why,
    @Nullable String trouble,
    boolean again,
    @Nullable Instant at) {

  /** What has become of them. */
  public enum State {
    COMING,
    REACHED,
    UNREACHED,
    SUPPRESSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
