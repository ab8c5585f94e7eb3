package amends.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says: line 1 the process, line 4 the port, line 8 the state. */
record Postmaster(long pid, int port, boolean ready) {

  static Optional<Postmaster> read(Path cluster) {
    try {
      String text =
          Files.readString(cluster.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
      List<String> lines = text.lines().toList();
      if (lines.isEmpty() || lines.getFirst().isBlank()) return Optional.empty();
      int port = lines.size() < 4 ? 0 : Integer.parseInt(lines.get(3).trim());
      boolean ready = lines.size() >= 8 && lines.get(7).trim().equals("ready");
      return Optional.of(new Postmaster(Long.parseLong(lines.getFirst().trim()), port, ready));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new PostgresTrouble("The file postmaster.pid in " + cluster + " cannot be read.", e);
    }
  }

  boolean alive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** A pid is reused sooner or later; a server works inside its data directory, others do not. */
  boolean serves(Path cluster) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      if (!Files.isDirectory(process)) return alive();
      return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
