package amends.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and directories that nobody else on the machine may read. */
final class Private {
  private Private() {}

  static Path directory(Path path) throws IOException {
    if (Files.isDirectory(path)) return path;
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) Files.createDirectories(parent);
    return Files.createDirectory(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Written beside and moved into place, so that a crash leaves the old file or the new one. */
  static void write(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.SYNC);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static PostgresTrouble unwritable(Path directory, IOException e) {
    return new PostgresTrouble(
        "The directory "
            + directory
            + " cannot be written ("
            + e.getClass().getSimpleName()
            + ": "
            + e.getMessage()
            + "); free some space, give this user the right to write there, or set AMENDS_DATA to"
            + " another directory.",
        e);
  }
}
