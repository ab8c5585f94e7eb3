package amends.messages.post;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The window of an envelope (DIN 5008, form B): what an address has more of than it shows would run
 * into the letter, and no postman would read it.
 */
final class Window {
  private static final double WIDTH = 80;
  private static final double HEIGHT = 45;

  /** Two lines of where it goes back, with the rule below them. */
  private static final double BACK = 9.5;

  private static final double MM_PER_POINT = 25.4 / 72;
  private static final double LINE = 1.3;

  /** How wide a letter is of its height, with capitals among them. */
  private static final double LETTER = 0.56;

  private static final List<Double> SIZES = List.of(11.0, 9.5, 8.0);

  /** The smallest that is set at all. */
  static final double SMALLEST = SIZES.getLast();

  private Window() {}

  /** How large these lines are set, in points; empty where they do not fit in any size. */
  static OptionalDouble size(List<String> lines) {
    return SIZES.stream().mapToDouble(s -> s).filter(size -> fits(lines, size)).findFirst();
  }

  private static boolean fits(List<String> lines, double points) {
    double height = points * MM_PER_POINT * LINE;
    double letters = WIDTH / (points * MM_PER_POINT * LETTER);
    double rows = lines.stream().mapToDouble(line -> Math.ceil(line.length() / letters)).sum();
    return rows * height <= HEIGHT - BACK;
  }
}
