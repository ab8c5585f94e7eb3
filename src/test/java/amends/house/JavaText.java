package amends.house;

import java.util.ArrayList;
import java.util.List;

/**
 * A Java source taken apart.
 *
 * @param code what is neither comment nor literal; literals leave their quotes behind
 * @param literals the texts in quotes; those joined by a plus are one
 */
record JavaText(String code, List<String> literals, List<String> comments) {
  static JavaText of(String source) {
    return new Reader(source).read();
  }

  private static final class Reader {
    private final String source;
    private final StringBuilder code = new StringBuilder();
    private final List<String> literals = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private int at;
    private int codeAfterLiteral = -1;

    Reader(String source) {
      this.source = source;
    }

    JavaText read() {
      while (at < source.length()) {
        if (source.startsWith("//", at)) {
          comment("\n", 0);
        } else if (source.startsWith("/*", at)) {
          comment("*/", 2);
        } else if (source.startsWith("\"\"\"", at)) {
          literal("\"\"\"");
        } else if (source.charAt(at) == '"') {
          literal("\"");
        } else if (source.charAt(at) == '\'') {
          at = endOf("'", at + 1) + 1;
        } else {
          code.append(source.charAt(at++));
        }
      }
      return new JavaText(code.toString(), literals, comments);
    }

    private void comment(String end, int length) {
      int stop = source.indexOf(end, at + 2);
      stop = stop < 0 ? source.length() : stop;
      comments.add(source.substring(at, stop));
      at = Math.min(source.length(), stop + length);
    }

    private void literal(String quote) {
      int start = at + quote.length();
      int end = endOf(quote, start);
      String text = source.substring(start, end);
      boolean joined =
          codeAfterLiteral >= 0 && code.substring(codeAfterLiteral).strip().equals("+");
      if (joined) {
        text = literals.removeLast() + text;
      }
      literals.add(text);
      code.append("\"\"");
      codeAfterLiteral = code.length();
      at = Math.min(source.length(), end + quote.length());
    }

    private int endOf(String quote, int from) {
      int end = from;
      while (end < source.length() && !source.startsWith(quote, end)) {
        end += source.charAt(end) == '\\' ? 2 : 1;
      }
      return Math.min(end, source.length());
    }
  }
}
