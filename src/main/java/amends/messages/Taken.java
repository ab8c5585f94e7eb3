package amends.messages;

import amends.shared.Subject;
import org.jspecify.annotations.Nullable;

/** What became of a mail. */
public sealed interface Taken {
  /** A matter of its own was opened. */
  record Opened(Subject about, long customerId) implements Taken {}

  /** It belongs to a matter that was there. */
  record Added(Subject about, long customerId) implements Taken {}

  /**
   * A colleague has to look first.
   *
   * @param about the case that it seems to belong to; null when none
   * @param reason the key of a text, such as {@code messages.held.unknown-sender}
   */
  record Quarantined(@Nullable Subject about, String reason) implements Taken {}
}
