package amends.messages;

import java.time.Instant;

/** A mail that the demo's catcher took: what a customer would have received. */
public record Caught(
    long id, String envelopeFrom, String envelopeTo, Instant caughtAt, ReadMail mail) {}
