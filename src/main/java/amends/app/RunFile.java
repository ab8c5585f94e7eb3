package amends.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code data/run.json}, there while a server runs: how a command reaches its database.
 *
 * @param startedAt when the process started, so that a reused pid is not taken for ours
 */
record RunFile(
    long pid,
    String startedAt,
    int httpPort,
    int mailPort,
    String jdbcUrl,
    String user,
    String password) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static RunFile of(int httpPort, int mailPort, DatabaseAccess access) {
    ProcessHandle self = ProcessHandle.current();
    return new RunFile(
        self.pid(),
        started(self),
        httpPort,
        mailPort,
        access.url(),
        access.user(),
        access.password());
  }

  void write(Path data) {
    Path file = data.resolve("run.json");
    Path fresh = data.resolve("run.json.new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, JSON.writeValueAsString(this) + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Trouble.couldNotRun(
          "The file %s cannot be written (%s); free some space or mend its rights."
              .formatted(file, e.getMessage()));
    }
  }

  static void remove(Path data) {
    try {
      Files.deleteIfExists(data.resolve("run.json"));
    } catch (IOException e) {
      // Left behind it does no harm: its process is gone.
    }
  }

  /** What the server that runs on this data wrote; empty when none does. */
  static Optional<RunFile> ofLiving(Path data) {
    Path file = data.resolve("run.json");
    if (!Files.exists(file)) return Optional.empty();
    try {
      return Optional.of(JSON.readValue(Files.readString(file), RunFile.class))
          .filter(RunFile::lives);
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  private boolean lives() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> started(process).equals(startedAt))
        .orElse(false);
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  @Override
  public String toString() {
    return "RunFile[pid=" + pid + ", http=" + httpPort + ", mail=" + mailPort + "]";
  }
}
