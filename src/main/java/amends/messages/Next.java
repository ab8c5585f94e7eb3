package amends.messages;

import java.time.Instant;

/** What a message to a customer says will happen next. */
public sealed interface Next {
  /**
   * Something, by a moment.
   *
   * @param words as the customer reads them
   * @param promiseId the promise that this is
   */
  record By(String words, Instant dueAt, long promiseId) implements Next {}

  /** Nothing more, unless the customer writes. */
  record NothingMore() implements Next {}
}
