package amends.messages.post;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Which letters the face of our letters has, and can set one after the other. */
final class Face {
  private static final int SHOWN = 12;

  private Face() {}

  private static final class Lazy {
    static final Font FONT = read();

    private static Font read() {
      try (InputStream in = Objects.requireNonNull(Paper.face(), "the face of letters")) {
        return Font.createFont(Font.TRUETYPE_FONT, in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The first of those that cannot be printed, each once; empty when all can. */
  static String missing(String words) {
    IntPredicate unprintable = c -> !printable(c);
    return words
        .codePoints()
        .filter(unprintable)
        .distinct()
        .limit(SHOWN)
        .mapToObj(Character::toString)
        .collect(Collectors.joining(" "));
  }

  /** What runs from right to left would be set the wrong way round. */
  private static boolean printable(int c) {
    byte direction = Character.getDirectionality(c);
    boolean backwards =
        direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    return c < 0x80
        || Character.isWhitespace(c)
        || Character.getType(c) == Character.FORMAT
        || (!backwards && Lazy.FONT.canDisplay(c));
  }
}
