package amends.messages;

import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that colleagues are told by mail. It holds no word of a customer.
 *
 * @param source what it is about in the narrow sense, such as a promise; each colleague hears of it
 *     once for each kind
 * @param about the case that its link opens, or who has done it
 * @param words the key of the words that say what is due, or what was done
 * @param person who is told; null for everybody who shares the team's queue
 * @param team whose people are told when no person is named
 */
public record Notice(
    Kind kind,
    Subject source,
    Subject about,
    String words,
    Instant dueAt,
    @Nullable Long person,
    @Nullable Long team) {

  public enum Kind {
    /** It is due soon. A colleague may not want these. */
    WARNING,
    /** It was not kept in time, and is now this colleague's to mend. */
    ESCALATION,
    /** Somebody else has changed how this colleague signs in; {@code about} says who. */
    ACCOUNT,
    /** Something of the house needs an administrator, such as a mail account. */
    HOUSE
  }
}
