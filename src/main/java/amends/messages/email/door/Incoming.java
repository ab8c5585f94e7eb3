package amends.messages.email.door;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.subethamail.smtp.RejectException;

/** The bytes of one mail on their way in, within bounds. */
final class Incoming implements AutoCloseable {
  private static final int DRAIN_FACTOR = 4;

  private final DoorOptions options;
  private final Room room;
  private final List<byte[]> chunks = new ArrayList<>();
  private final long until;
  private long size;

  Incoming(DoorOptions options, Room room) {
    this.options = options;
    this.room = room;
    this.until = System.nanoTime() + options.longest().toNanos();
  }

  byte[] read(InputStream data) throws IOException, RejectException {
    RejectException refusal = null;
    while (true) {
      byte[] chunk = chunk(data);
      if (chunk.length == 0) {
        break;
      }
      size += chunk.length;
      if (refusal == null) {
        refusal = keep(chunk);
      }
    }
    if (refusal != null) {
      throw refusal;
    }
    return unstuffed(whole());
  }

  /**
   * A line that begins with a dot travels with one more (RFC 5321, 4.5.2); the library takes it
   * away behind every line end, and not at the very beginning.
   */
  private static byte[] unstuffed(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == '.' ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  /** Until the dot, whatever comes: a sender hears a reply only where it waits for one. */
  private byte[] chunk(InputStream data) throws IOException {
    if (size > options.maxBytes() * DRAIN_FACTOR || System.nanoTime() - until > 0) {
      throw new IOException("the sender went on for too long");
    }
    return data.readNBytes(Room.CHUNK);
  }

  private @org.jspecify.annotations.Nullable RejectException keep(byte[] chunk) {
    if (size > options.maxBytes()) {
      close();
      return new RejectException(
          552,
          "5.3.4 This mail is larger than the %d MB that we take; send large files another way"
              .formatted(options.maxBytes() / (1024 * 1024)));
    }
    if (!room.take()) {
      close();
      return new RejectException(452, "4.3.1 Too much mail at this moment; try again later");
    }
    chunks.add(chunk);
    return null;
  }

  private byte[] whole() {
    byte[] bytes = new byte[(int) size];
    int at = 0;
    for (byte[] chunk : chunks) {
      System.arraycopy(chunk, 0, bytes, at, chunk.length);
      at += chunk.length;
    }
    return bytes;
  }

  @Override
  public void close() {
    room.give(chunks.size());
    chunks.clear();
  }
}
