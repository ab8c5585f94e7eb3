package amends.app.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once for each version below a directory that only we may enter.
 */
final class Binaries {
  private static final Pattern VERSION = Pattern.compile("binaries-[a-z0-9-]+?-(\\d[\\d.]*)\\.jar");

  private Binaries() {}

  /** A service often has no home of its own; then they lie with its data. */
  static Path home(Options options) {
    try {
      Path home = Private.directory(options.binariesHome());
      if (Files.isWritable(home)) return home;
    } catch (IOException e) {
      // Said below, when there is no place in the data directory either.
    }
    return options.dataDirectory().resolve("programs");
  }

  /** The directory that holds {@code bin}, {@code lib} and {@code share}. */
  static Path unpacked(Path home, Consumer<String> progress) {
    URL archive = archive();
    Path target = home.resolve(folder(archive));
    if (Files.isDirectory(target)) return target;
    try {
      Private.directory(home);
      try (var channel = lockFile(home);
          FileLock ignored = channel.lock()) {
        if (!Files.isDirectory(target)) {
          progress.accept("Unpacking PostgreSQL into " + target);
          unpack(archive, home, target);
        }
      }
      return target;
    } catch (IOException e) {
      throw Private.unwritable(home, e);
    }
  }

  private static FileChannel lockFile(Path home) throws IOException {
    return FileChannel.open(
        home.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static URL archive() {
    String arch = System.getProperty("os.arch", "");
    String name = arch.equals("amd64") ? "x86_64" : arch.equals("aarch64") ? "arm_64" : arch;
    String os = System.getProperty("os.name", "").startsWith("Mac") ? "darwin" : "linux";
    URL found = Binaries.class.getResource("/postgres-" + os + "-" + name + ".txz");
    if (found == null) {
      throw new PostgresTrouble(
          "There is no embedded PostgreSQL for "
              + os
              + " on "
              + arch
              + " in this build; set AMENDS_DATABASE_URL to a PostgreSQL of your own.");
    }
    return found;
  }

  /** Version and checksum, so that a repaired archive of the same version is unpacked anew. */
  private static String folder(URL archive) {
    Matcher version = VERSION.matcher(archive.toString());
    return "postgres-"
        + (version.find() ? version.group(1) : "unknown")
        + "-"
        + Long.toHexString(checksum(archive));
  }

  private static long checksum(URL archive) {
    try {
      return archive.openConnection() instanceof JarURLConnection jar
          ? jar.getJarEntry().getCrc()
          : archive.openConnection().getContentLengthLong();
    } catch (IOException e) {
      throw new PostgresTrouble("The embedded PostgreSQL cannot be read from " + archive + ".", e);
    }
  }

  private static void unpack(URL archive, Path home, Path target) throws IOException {
    Path half = home.resolve("half-" + target.getFileName());
    Trees.delete(half);
    Private.directory(half);
    try (InputStream raw = archive.openStream();
        var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw)))) {
      for (@Nullable TarArchiveEntry entry = tar.getNextEntry();
          entry != null;
          entry = tar.getNextEntry()) {
        place(entry, tar, half);
      }
    }
    Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void place(TarArchiveEntry entry, InputStream content, Path half)
      throws IOException {
    Path path = half.resolve(entry.getName()).normalize();
    if (!path.startsWith(half)) throw new IOException("entry outside: " + entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    try (OutputStream out = Files.newOutputStream(path)) {
      content.transferTo(out);
    }
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
