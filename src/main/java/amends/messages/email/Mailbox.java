package amends.messages.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file of many messages one after the other (RFC 4155), each behind a line "From …". */
final class Mailbox {
  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

  private Mailbox() {}

  /** The messages in it; the file itself where it is one message. */
  static List<byte[]> split(byte[] file) {
    if (!at(file, 0)) {
      return List.of(file);
    }
    List<byte[]> messages = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < file.length; i++) {
      // A line within a message that begins so has no empty line above it and a moment at its end.
      if (file[i - 1] == '\n' && at(file, i) && emptyAbove(file, i) && dated(file, i)) {
        messages.add(Arrays.copyOfRange(file, start, i));
        start = i;
      }
    }
    messages.add(Arrays.copyOfRange(file, start, file.length));
    return messages;
  }

  private static boolean at(byte[] file, int at) {
    return at + FROM.length <= file.length
        && Arrays.equals(file, at, at + FROM.length, FROM, 0, FROM.length);
  }

  private static boolean emptyAbove(byte[] file, int at) {
    return at >= 2 && file[at - 2] == '\n'
        || at >= 3 && file[at - 2] == '\r' && file[at - 3] == '\n';
  }

  private static boolean dated(byte[] file, int at) {
    int digits = 0;
    boolean colon = false;
    for (int i = at; i < file.length && file[i] != '\n' && i < at + 200; i++) {
      digits += file[i] >= '0' && file[i] <= '9' ? 1 : 0;
      colon |= file[i] == ':';
    }
    return colon && digits >= 8;
  }
}
