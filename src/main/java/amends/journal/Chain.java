package amends.journal;

import amends.shared.Actor;
import amends.shared.Subject;
import amends.shared.Tokens;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The hashes. Every field is written with its length in front, so that no two entries have the same
 * bytes.
 */
final class Chain {
  static final byte[] START = new byte[32];

  private Chain() {}

  static byte[] entryHash(Instant at, String kind, Subject subject, Actor actor, String payload) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(160 + payload.length());
    put(bytes, longBytes(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
    put(bytes, kind);
    put(bytes, subject.kind());
    put(bytes, longBytes(subject.id()));
    put(bytes, actor.kind());
    put(bytes, longBytes(actor.id()));
    put(bytes, payload);
    return Tokens.sha256(bytes.toByteArray());
  }

  /** The link of one entry: everything before it, its place, which entry it is, what that says. */
  static byte[] link(byte[] previous, long sealNo, long entryId, byte[] entryHash) {
    ByteBuffer bytes = ByteBuffer.allocate(previous.length + 16 + entryHash.length);
    bytes.put(previous).putLong(sealNo).putLong(entryId).put(entryHash);
    return Tokens.sha256(bytes.array());
  }

  private static void put(ByteArrayOutputStream bytes, String text) {
    put(bytes, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void put(ByteArrayOutputStream bytes, byte[] field) {
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(field.length).array());
    bytes.writeBytes(field);
  }

  private static byte[] longBytes(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }
}
