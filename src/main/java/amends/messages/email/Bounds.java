package amends.messages.email;

import java.time.Duration;

/**
 * How much of a message is read before we stop. Whatever lies beyond stays in the raw message.
 *
 * @param bytes of the whole message
 * @param parts leaves of the MIME tree
 * @param depth of multiparts within multiparts
 * @param headerBytes of one field
 * @param headersBytes of all outermost fields
 * @param textChars of body shown, for each of text and HTML
 * @param time for one message, looked at between the steps
 */
public record Bounds(
    int bytes,
    int parts,
    int depth,
    int headerBytes,
    int headersBytes,
    int textChars,
    Duration time) {
  public static final Bounds USUAL =
      new Bounds(
          25 * 1024 * 1024, 1_000, 20, 64 * 1024, 1024 * 1024, 1024 * 1024, Duration.ofSeconds(10));
}
