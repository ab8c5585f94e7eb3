package amends.remedies.fulfilment;

import amends.shared.Subject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One try to do what was granted.
 *
 * @param connectionId by whom; null when people do it
 * @param key what the provider knows it by
 * @param calledAt since when it may have been done
 * @param personAt since when a person has to look
 * @param personWhy why, as a code; null when nobody has to
 * @param theirId their number of it; null until they told it
 * @param why a code why it failed
 * @param evidence what a colleague saw; null when the program did it
 * @param elsewhere whether it was paid past this program
 * @param outcomeBy the colleague who said so; null when the provider did
 * @param trouble what went wrong last, in a sentence; null when nothing did
 */
public record Attempt(
    long id,
    long fulfilmentId,
    @Nullable Long connectionId,
    boolean byPeople,
    String key,
    Instant madeAt,
    @Nullable Instant calledAt,
    State state,
    @Nullable Instant personAt,
    @Nullable String personWhy,
    @Nullable String theirId,
    @Nullable Instant outcomeAt,
    @Nullable Long outcomeBy,
    boolean elsewhere,
    @Nullable String why,
    @Nullable String evidence,
    int tries,
    Instant readyAt,
    @Nullable String trouble) {

  static final String KIND = "attempt";

  /** How it is with it. */
  public enum State {
    /** Nobody was called yet. */
    READY,
    /** Somebody was called, and nobody knows: it is asked for, never done again with a new key. */
    UNKNOWN,
    /** They have it, and it is not done yet. */
    PENDING,
    DONE,
    /** It was not done and will not be. */
    FAILED,
    /** Ended by us before anybody was called. */
    STOPPED,
    /** It was done, and came back. */
    RETURNED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing was given by it, for certain. */
    public boolean isOver() {
      return this == FAILED || this == STOPPED || this == RETURNED;
    }
  }

  public static Subject subject(long id) {
    return Subject.of(KIND, id);
  }
}
