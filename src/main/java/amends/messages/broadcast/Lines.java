package amends.messages.broadcast;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of cells as a spreadsheet gives them: commas, semicolons or tabs, with or without quotes.
 */
final class Lines {
  private Lines() {}

  static List<List<String>> of(String typed) {
    char between = between(typed);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    String text = typed.strip().replace("\r\n", "\n").replace('\r', '\n') + "\n";
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (!quoted && (c == between || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows.stream().filter(r -> r.stream().anyMatch(s -> !s.isBlank())).toList();
  }

  /** What parts the cells of the first line. */
  private static char between(String typed) {
    String first = typed.strip().lines().findFirst().orElse("");
    if (first.indexOf('\t') >= 0) {
      return '\t';
    }
    return first.indexOf(';') >= 0 ? ';' : ',';
  }
}
