package amends.app.backup;

import amends.app.Trouble;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The backup's file, read. */
final class Archive {
  private Archive() {}

  static ZipFile open(Path source) throws IOException {
    if (!Files.isRegularFile(source)) {
      throw Trouble.usedWrongly("There is no file " + source + "; name a backup.");
    }
    try {
      return new ZipFile(source.toFile());
    } catch (ZipException e) {
      throw noBackup(source);
    }
  }

  static Manifest manifest(ZipFile zip, Path source) throws IOException {
    @Nullable ZipEntry entry = zip.getEntry("manifest.json");
    if (entry == null) throw noBackup(source);
    try (InputStream in = zip.getInputStream(entry)) {
      Manifest manifest = JsonMapper.builder().build().readValue(in.readAllBytes(), Manifest.class);
      if (manifest.format() == Manifest.FORMAT) return manifest;
      throw Trouble.couldNotRun(
          "The backup " + source + " was made by a newer Amends; restore it with that one.");
    } catch (JacksonException e) {
      throw noBackup(source);
    }
  }

  static InputStream entry(ZipFile zip, String name) throws IOException {
    @Nullable ZipEntry entry = zip.getEntry(name);
    if (entry == null) throw new FileNotFoundException("it has no " + name);
    return zip.getInputStream(entry);
  }

  private static Trouble noBackup(Path source) {
    return Trouble.usedWrongly(
        "The file "
            + source
            + " is no whole backup of Amends; name one that ./amends backup wrote.");
  }
}
