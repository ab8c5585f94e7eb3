package amends.honesty;

import amends.shared.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody wants to send, and what is known around it.
 *
 * @param about the matter that it belongs to; null on the command line
 * @param promise what is promised beside the text
 * @param safety whether it warns of a danger: nothing may hold it up
 */
public record DraftText(
    String text,
    Locale locale,
    ZoneId zone,
    Instant now,
    @Nullable Subject about,
    Promised promise,
    boolean safety) {

  /** What the form or the request beside the text promises. */
  public sealed interface Promised {
    /** The text stands alone: what it promises is compared with nothing. */
    record Unknown() implements Promised {}

    /** Something by a moment. */
    record By(Instant dueAt) implements Promised {}

    /** Nothing more unless the customer writes. */
    record Nothing() implements Promised {}
  }

  /** A text without anything around it. */
  public static DraftText alone(String text, Locale locale, ZoneId zone, Instant now) {
    return new DraftText(text, locale, zone, now, null, new Promised.Unknown(), false);
  }
}
