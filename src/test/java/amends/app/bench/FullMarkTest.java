package amends.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.app.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullMarkTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  @TempDir Path directory;

  @Test
  void aNewDirectoryIsFilledAndFoundFullTheNextTime() throws IOException {
    var mark = new FullMark(directory.resolve("new"));

    assertThat(mark.says(1_000)).isFalse();
    Files.createDirectory(directory.resolve("new/data"));
    mark.write(1_000, NOON);

    assertThat(mark.says(1_000)).isTrue();
  }

  @Test
  void whatWasNotFilledToItsEndIsNotMeasured() throws IOException {
    Files.createDirectory(directory.resolve("data"));

    assertThatThrownBy(() -> new FullMark(directory).says(1_000))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("was not filled to its end with 1000 cases; remove it");
  }

  @Test
  void anotherNumberOfCasesIsNotTaken() throws IOException {
    Files.createDirectory(directory.resolve("data"));
    var mark = new FullMark(directory);
    mark.write(10_000, NOON);

    assertThatThrownBy(() -> mark.says(1_000)).isInstanceOf(Trouble.class);
  }
}
