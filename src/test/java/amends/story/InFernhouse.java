package amends.story;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What is tried in a browser at a demo world of its own: the house, and a Chromium to visit it. */
abstract class InFernhouse {
  @TempDir static Path here;
  static Fernhouse house;
  static Chromium chromium;

  @BeforeAll
  static void open() throws IOException {
    house = Fernhouse.open(here);
    chromium = Chromium.kept();
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
  }
}
