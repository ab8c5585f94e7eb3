package amends.app;

import amends.app.postgres.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A data directory for one use: training and benches. */
public final class Scratch {
  private Scratch() {}

  public static Path directory() {
    try {
      return Files.createTempDirectory("amends-scratch");
    } catch (IOException e) {
      throw Trouble.couldNotRun(
          "No temporary directory can be made (" + e.getMessage() + "); free some space.");
    }
  }

  public static void remove(Path directory) {
    try {
      Trees.delete(directory);
    } catch (IOException e) {
      // It lies where the system cleans up.
    }
  }
}
