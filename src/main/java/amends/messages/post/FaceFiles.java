package amends.messages.post;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds faces on this machine: whatever lies in our own folder first, then those of well-known
 * names in the usual places. Only what has TrueType outlines can be put into a PDF.
 */
final class FaceFiles {
  private static final Logger log = LoggerFactory.getLogger(FaceFiles.class);
  private static final int DEPTH = 5;
  private static final int TRUETYPE = 0x00010000;
  private static final int TRUE = 0x74727565;

  /** What systems ship or their packages bring, the one that is used first in front. */
  private static final List<String> KNOWN =
      List.of(
          "notonaskharabic-regular.ttf",
          "notosansarabic-regular.ttf",
          "dejavusans.ttf",
          "notosanshebrew-regular.ttf",
          "droidsansfallbackfull.ttf",
          "droidsansfallback.ttf",
          "ipaexg.ttf",
          "ipag.ttf",
          "vl-gothic-regular.ttf",
          "nanumgothic.ttf",
          "malgun.ttf",
          "simhei.ttf",
          "arial unicode.ttf",
          "arial.ttf");

  private FaceFiles() {}

  static List<Path> in(Path own) {
    List<Path> all = new ArrayList<>(in(own, 1, name -> name.endsWith(".ttf")));
    List<Path> machine = new ArrayList<>();
    usual().forEach(place -> machine.addAll(in(place, DEPTH, KNOWN::contains)));
    machine.sort(Comparator.comparingInt((Path p) -> KNOWN.indexOf(name(p))));
    all.addAll(machine);
    return all.stream().filter(FaceFiles::hasOutlines).toList();
  }

  private static List<Path> usual() {
    String home = System.getProperty("user.home", "");
    return List.of(
        Path.of("/usr/share/fonts"),
        Path.of("/usr/local/share/fonts"),
        Path.of(home, ".local/share/fonts"),
        Path.of(home, ".fonts"),
        Path.of("/Library/Fonts"),
        Path.of("/System/Library/Fonts"),
        Path.of("C:\\Windows\\Fonts"));
  }

  private interface Named {
    boolean fits(String name);
  }

  private static List<Path> in(Path place, int depth, Named named) {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(place, depth)) {
      return files
          .filter(file -> named.fits(name(file)) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      log.info("faces in {} cannot be looked for: {}", place, e.getMessage());
      return List.of();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  private static boolean hasOutlines(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(Integer.BYTES);
      int kind = first.length < Integer.BYTES ? 0 : ByteBuffer.wrap(first).getInt();
      return kind == TRUETYPE || kind == TRUE;
    } catch (IOException e) {
      return false;
    }
  }
}
