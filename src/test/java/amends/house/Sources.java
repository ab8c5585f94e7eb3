package amends.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that the house is built from. */
final class Sources {
  static final Path MAIN = Path.of("src/main/java");
  static final Path TESTS = Path.of("src/test/java");
  static final Path RESOURCES = Path.of("src/main/resources");
  static final Path MIGRATIONS = RESOURCES.resolve("db/migration");
  static final Path TEMPLATES = Path.of("src/main/jte");

  private Sources() {}

  static List<Path> java(Path below) {
    return files(below, ".java");
  }

  static List<Path> files(Path below, String ending) {
    if (!Files.exists(below)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(below)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  static JavaText javaText(Path file) {
    return JavaText.of(text(file));
  }

  /** The room of a source of the program: {@code src/main/java/amends/<room>/…}. */
  static String room(Path java) {
    return MAIN.resolve(Rooms.ROOT).relativize(java).getName(0).toString();
  }
}
