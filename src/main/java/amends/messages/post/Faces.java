package amends.messages.post;

import amends.messages.PrintedScripts;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * Which letters the faces of our letters have: the one that ships with the program, and those of
 * this machine for scripts that it lacks.
 */
final class Faces implements PrintedScripts {
  private static final Logger log = LoggerFactory.getLogger(Faces.class);
  private static final int SHOWN = 12;

  /** What is set one letter after the other, once it is shaped and put in order. */
  private static final Set<UnicodeScript> SET =
      EnumSet.of(
          UnicodeScript.COMMON,
          UnicodeScript.INHERITED,
          UnicodeScript.ARABIC,
          UnicodeScript.ARMENIAN,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.GEORGIAN,
          UnicodeScript.HAN,
          UnicodeScript.HANGUL,
          UnicodeScript.HEBREW,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA);

  /** A few letters of each script, by which it is known whether it can be printed. */
  private static final Map<String, String> SCRIPTS = scripts();

  private final Path folder;
  private final Supplier<List<Face>> others;

  Faces(Path folder, Supplier<List<Path>> files) {
    this.folder = folder;
    this.others = SingletonSupplier.of(() -> read(files.get()));
  }

  /**
   * A face of this machine.
   *
   * @param family how it is called while a letter is set
   */
  record Face(String family, Path file, Font font) {}

  private static Map<String, String> scripts() {
    Map<String, String> scripts = new LinkedHashMap<>();
    scripts.put("latin", "Łódź");
    scripts.put("greek", "Αθήνα");
    scripts.put("cyrillic", "Київ");
    scripts.put("hebrew", "תודה");
    scripts.put("arabic", "شكرا لكم");
    scripts.put("armenian", "Շնորհակալ");
    scripts.put("georgian", "გმადლობთ");
    scripts.put("chinese", "谢谢您的耐心");
    scripts.put("japanese", "ありがとうカタカナ漢字");
    scripts.put("korean", "감사합니다");
    return scripts;
  }

  private static final class Lazy {
    static final Font OURS = ours();

    private static Font ours() {
      try (InputStream in = Paper.face()) {
        return Font.createFont(Font.TRUETYPE_FONT, in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static List<Face> read(List<Path> files) {
    List<Face> faces = new ArrayList<>();
    for (Path file : files) {
      try {
        Font font = Font.createFont(Font.TRUETYPE_FONT, file.toFile());
        faces.add(new Face("Face" + faces.size(), file, font));
      } catch (IOException | FontFormatException e) {
        log.info("{} is no face that letters can be set in: {}", file, e.getMessage());
      }
    }
    return List.copyOf(faces);
  }

  /** The first of those that cannot be printed, each once; empty when all can. */
  String missing(String words) {
    IntPredicate unprintable = c -> !printable(c);
    return RightToLeft.shaped(words)
        .codePoints()
        .filter(unprintable)
        .mapToObj(c -> Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC))
        .distinct()
        .limit(SHOWN)
        .collect(Collectors.joining(" "));
  }

  private boolean printable(int c) {
    return ours(c) || SET.contains(UnicodeScript.of(c)) && other(c) != null;
  }

  private static boolean ours(int c) {
    return c < 0x80
        || Character.isWhitespace(c)
        || Character.getType(c) == Character.FORMAT
        || Lazy.OURS.canDisplay(c);
  }

  private @Nullable Face other(int c) {
    return others.get().stream().filter(f -> f.font().canDisplay(c)).findFirst().orElse(null);
  }

  /** Those of this machine that these words need besides ours. */
  List<Face> needed(String words) {
    Set<Face> needed = new LinkedHashSet<>();
    RightToLeft.shaped(words)
        .codePoints()
        .filter(c -> !ours(c))
        .distinct()
        .mapToObj(this::other)
        .filter(Objects::nonNull)
        .forEach(needed::add);
    return List.copyOf(needed);
  }

  @Override
  public List<String> printed() {
    return codes(true);
  }

  @Override
  public List<String> lacking() {
    return codes(false);
  }

  private List<String> codes(boolean can) {
    return SCRIPTS.entrySet().stream()
        .filter(script -> missing(script.getValue()).isEmpty() == can)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Path folder() {
    return folder;
  }
}
