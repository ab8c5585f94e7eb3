package amends.app.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The server's log file; one older one is kept. */
final class ServerLog {
  private static final long ROLL_AT = 10_000_000;

  private ServerLog() {}

  static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  static void roll(Path log) {
    if (size(log) < ROLL_AT) return;
    try {
      Path older = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Private.unwritable(log, e);
    }
  }

  /** The last line since {@code from} that names a cause. */
  static String lastTrouble(Path log, long from) {
    List<String> lines = since(log, from).lines().filter(l -> !l.isBlank()).toList();
    return lines.reversed().stream()
        .filter(l -> l.matches(".*(FATAL|PANIC|ERROR|could not|cannot|unshare:).*"))
        // These two only repeat what the line before them gave the reason for.
        .filter(l -> !l.matches(".*could not create (any TCP/IP|listen) socket.*"))
        .findFirst()
        .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast())
        .replaceFirst("^.* \\[\\d+] ", "")
        .strip();
  }

  private static String since(Path log, long from) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.min(from, file.length()));
      byte[] tail = new byte[(int) Math.min(64_000, file.length() - file.getFilePointer())];
      file.readFully(tail);
      return new String(tail, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "its log cannot be read";
    }
  }
}
