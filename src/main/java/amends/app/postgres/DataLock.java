package amends.app.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One process a data directory, held by a file lock that the kernel drops when the process dies.
 */
public final class DataLock implements AutoCloseable {
  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of this data directory, which is made when it does not exist.
   *
   * @throws PostgresTrouble when another process has it or the directory cannot be written
   */
  public static DataLock take(Path dataDirectory) {
    Path file = dataDirectory.resolve("lock");
    try {
      Private.directory(dataDirectory);
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel) == null) {
        channel.close();
        throw new PostgresTrouble(
            "Another Amends is already using "
                + dataDirectory
                + "; stop it first, or set AMENDS_DATA to another directory.");
      }
      return new DataLock(channel);
    } catch (IOException e) {
      throw Private.unwritable(dataDirectory, e);
    }
  }

  /** Whether a process, this one included, holds the lock at present. */
  public static boolean isTaken(Path dataDirectory) {
    if (!Files.exists(dataDirectory.resolve("lock"))) return false;
    try (DataLock ignored = take(dataDirectory)) {
      return false;
    } catch (PostgresTrouble e) {
      return true;
    }
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new PostgresTrouble("The lock of the data directory could not be given back.", e);
    }
  }
}
