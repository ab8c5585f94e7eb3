package amends.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a sender did and heard, on disk before it goes on. */
final class Ledger implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  Ledger(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
  }

  void note(String id, Post.Answer answer) {
    try {
      channel.write(
          ByteBuffer.wrap((id + " " + answer + "\n").getBytes(StandardCharsets.US_ASCII)));
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The most that is known of each mail: taken once is taken, and unknown once may be stored. */
  Map<String, Post.Answer> fates() {
    try {
      Map<String, Post.Answer> fates = new LinkedHashMap<>();
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ");
        fates.merge(words[0], Post.Answer.valueOf(words[1]), Ledger::stronger);
      }
      return fates;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Post.Answer stronger(Post.Answer a, Post.Answer b) {
    if (a == Post.Answer.TAKEN || b == Post.Answer.TAKEN) return Post.Answer.TAKEN;
    if (a == Post.Answer.UNKNOWN || b == Post.Answer.UNKNOWN) return Post.Answer.UNKNOWN;
    // The commit may have gone through although its own answer was lost.
    if (a == Post.Answer.PUT_OFF || b == Post.Answer.PUT_OFF) return Post.Answer.PUT_OFF;
    return b;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
