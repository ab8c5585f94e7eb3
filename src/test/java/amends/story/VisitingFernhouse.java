package amends.story;

import amends.app.Scratch;
import amends.testing.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;

/**
 * What is tried in a browser at a demo world that others visit too: its own people and cases, and
 * nothing that depends on what else is there. One start of the program serves them all.
 */
abstract class VisitingFernhouse {
  private static boolean open;
  static Fernhouse house;
  static Chromium chromium;

  @BeforeAll
  static void visit() throws IOException {
    if (!open) {
      Path here = Files.createTempDirectory("fernhouse");
      Fernhouse opened = Fernhouse.open(here);
      house = opened;
      open = true;
      Kept.until(() -> {
        open = false;
        opened.close();
        Scratch.remove(here);
      });
    }
    chromium = Chromium.kept();
  }
}
