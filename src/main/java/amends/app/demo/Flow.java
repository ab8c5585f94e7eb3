package amends.app.demo;

import java.util.List;

/** Letters as mail programs send them: a paragraph is one line, whatever its width here. */
final class Flow {
  private static final int WRAPPED = 66;

  private Flow() {}

  /** Joins a long line with the next one; short lines, as in lists and greetings, end. */
  static String of(String words) {
    StringBuilder flowing = new StringBuilder();
    List<String> lines = words.strip().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i == lines.size() - 1;
      boolean wrapped = !last && lines.get(i).length() >= WRAPPED && !lines.get(i + 1).isBlank();
      flowing.append(lines.get(i)).append(last ? "" : wrapped ? " " : "\n");
    }
    return flowing.toString();
  }
}
