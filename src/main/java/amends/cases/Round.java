package amends.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reply to many chosen cases.
 *
 * @param personId who writes it; nobody else sees it
 * @param draft the words with their variables, and what happens next
 * @param sentAt null while it is only written
 * @param undoneAt null unless it was taken back
 */
public record Round(
    long id,
    long personId,
    Draft draft,
    Instant madeAt,
    @Nullable Instant sentAt,
    @Nullable Instant undoneAt) {
  /** The most cases that one reply goes to. */
  public static final int MOST = 200;

  public boolean sent() {
    return sentAt != null;
  }

  /**
   * One of its cases.
   *
   * @param messageId the reply that went out; null for none
   * @param skipped the key of the sentence that says why none did; null for none
   * @param takenBack it was taken back before it left
   */
  public record Part(
      long caseId,
      String subject,
      String customer,
      @Nullable Long messageId,
      @Nullable String skipped,
      boolean done,
      boolean takenBack) {}

  /** A case that can be chosen. */
  public record Choice(long caseId, String subject, String customer) {}

  /**
   * A reply as one person will read it.
   *
   * @param body the whole letter; empty when it cannot be written
   * @param hindrance the key of the sentence that says why it is not sent; null when it is
   */
  public record Letter(
      long caseId, String subject, String customer, String body, @Nullable String hindrance) {}

  /**
   * What became of taking it back.
   *
   * @param stopped replies that were never written
   * @param takenBack replies that were held and never left
   * @param left replies that had left already
   */
  public record Undone(int stopped, int takenBack, int left) {}
}
