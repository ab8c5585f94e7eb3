package amends.promises;

import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word to us that a promise to a customer rests on: a colleague's or a supplier's.
 *
 * @param by who does it
 * @param words what they do, such as "I ring Ruth Adeyemi about the pump"
 * @param dueAt by when they do it
 * @param askedBy the colleague who asked, and hears what becomes of it
 * @param answerBy by when a colleague says whether they do it
 * @param reason why it was declined, or why it slipped; null when nobody said
 */
public record Undertaking(
    long id,
    Subject about,
    long customerId,
    By by,
    String words,
    Instant dueAt,
    Instant askedAt,
    long askedBy,
    Instant answerBy,
    @Nullable String reason,
    Moments moments) {

  /** A colleague, or somebody outside the house who is known by name. */
  public sealed interface By {
    record Colleague(long person) implements By {}

    record Supplier(String name) implements By {}
  }

  /** When what became of it; null where it has not. */
  public record Moments(
      @Nullable Instant unansweredAt,
      @Nullable Instant acceptedAt,
      @Nullable Instant declinedAt,
      @Nullable Instant withdrawnAt,
      @Nullable Instant keptAt,
      @Nullable Instant slippedAt,
      @Nullable Instant chasedAt) {}

  /** Asked, and nobody has answered yet. */
  public boolean asked() {
    return moments.acceptedAt() == null && !ended();
  }

  /** Accepted, and neither done nor taken back: a promise may rest on it. */
  public boolean stands() {
    return moments.acceptedAt() != null && moments.slippedAt() == null && !ended();
  }

  public boolean slipped() {
    return moments.slippedAt() != null && !ended();
  }

  /** Neither done nor given up by anybody. */
  boolean open() {
    return !ended();
  }

  private boolean ended() {
    return moments.declinedAt() != null
        || moments.withdrawnAt() != null
        || moments.keptAt() != null;
  }
}
