package amends.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page once more at a phone's width and in the dark: {@code ./amends faults NAME}. */
@Tag("longrun")
class EveryPageOnPhoneRun {
  @TempDir Path here;

  @Test
  void hasNoFault() throws IOException {
    try (Fernhouse house = Fernhouse.open(here);
        Chromium chromium = new Chromium()) {
      assertThat(EveryPageTest.faults(house, chromium, true)).isEmpty();
    }
  }
}
