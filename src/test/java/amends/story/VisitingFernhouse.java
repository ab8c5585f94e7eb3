package amends.story;

import amends.app.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

/**
 * What is tried in a browser at a demo world that others visit too: its own people and cases, and
 * nothing that depends on what else is there. One start of the program serves them all.
 */
abstract class VisitingFernhouse {
  private static @Nullable Fernhouse opened;
  private static @Nullable Chromium browser;
  static Fernhouse house;
  static Chromium chromium;

  @BeforeAll
  static void visit() {
    synchronized (VisitingFernhouse.class) {
      if (opened == null) {
        try {
          Path here = Files.createTempDirectory("fernhouse");
          opened = Fernhouse.open(here);
          browser = new Chromium();
          Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(opened, browser, here)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    house = opened;
    chromium = browser;
  }

  private static void leave(Fernhouse house, Chromium chromium, Path here) {
    chromium.close();
    house.close();
    Scratch.remove(here);
  }
}
