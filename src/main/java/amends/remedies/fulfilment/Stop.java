package amends.remedies.fulfilment;

import amends.shared.Subject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A grant that was stopped, or is claimed back, because of fraud, the wrong person or a double
 * payment. Nothing else is a reason.
 *
 * @param way {@code stop} before it has left, {@code reclaim} after it may have
 * @param evidence what shows it, for colleagues
 * @param answerUntil until when the customer's answer is waited for
 * @param messageId what told them; null when nothing could be sent
 * @param answer what they say to it; null until they said something
 * @param upheld whether it stays so; null while nobody has decided
 * @param backAt when what was claimed back had come; null while it has not
 */
public record Stop(
    long id,
    long grantId,
    String way,
    Reason reason,
    String evidence,
    Instant openedAt,
    long openedBy,
    Instant answerUntil,
    @Nullable Long promiseId,
    @Nullable Long messageId,
    @Nullable Instant answeredAt,
    @Nullable String answer,
    @Nullable Instant decidedAt,
    @Nullable Long decidedBy,
    @Nullable Boolean upheld,
    @Nullable String words,
    @Nullable Instant backAt) {

  static final String KIND = "grant_stop";

  /** Why something that was given may be stopped. */
  public enum Reason {
    FRAUD,
    WRONG_PERSON,
    DOUBLE_PAYMENT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isOpen() {
    return decidedAt == null;
  }

  public boolean isReclaim() {
    return way.equals("reclaim");
  }

  /** Whether the customer has had their say, or all the time for it. */
  public boolean isHeard(Instant now) {
    return answeredAt != null || !now.isBefore(answerUntil);
  }

  /** Up to when it has been read; whoever decides tells what they had read. */
  public String heard() {
    return answeredAt == null ? "" : String.valueOf(answeredAt.toEpochMilli());
  }

  public static Subject subject(long id) {
    return Subject.of(KIND, id);
  }
}
