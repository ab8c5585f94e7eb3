package amends.app.bench;

import amends.app.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Says in a kept directory how many cases it was filled with; written when it is full. */
record FullMark(Path home) {
  private static final String NAME = "cases";

  boolean says(long cases) {
    try {
      if (!Files.exists(home.resolve("data"))) {
        Files.createDirectories(home);
        return false;
      }
      Path mark = home.resolve(NAME);
      if (Files.exists(mark) && Files.readString(mark).startsWith(cases + " ")) {
        return true;
      }
    } catch (IOException e) {
      throw unusable(e);
    }
    throw Trouble.couldNotRun(
        home + " was not filled to its end with " + cases + " cases; remove it, or name another.");
  }

  void write(long cases, Instant now) {
    try {
      Files.writeString(home.resolve(NAME), cases + " cases, filled at " + now + "\n");
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Trouble unusable(IOException e) {
    return Trouble.couldNotRun(home + " cannot be used (" + e.getMessage() + "); name another.");
  }
}
