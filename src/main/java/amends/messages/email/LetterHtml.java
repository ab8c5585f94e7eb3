package amends.messages.email;

/** The plain words as simple HTML: paragraphs, line ends, links that can be followed. */
final class LetterHtml {
  private LetterHtml() {}

  static String of(String text) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><body>\n");
    boolean open = false;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.isBlank()) {
        html.append(open ? "</p>\n" : "");
        open = false;
      } else {
        html.append(open ? "<br>\n" : "<p>").append(linked(line));
        open = true;
      }
    }
    return html.append(open ? "</p>\n" : "").append("</body></html>\n").toString();
  }

  private static String linked(String line) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int start = link(line, 0); start >= 0; start = link(line, at)) {
      int end = start;
      while (end < line.length()
          && !Character.isWhitespace(line.charAt(end))
          && "<>\"".indexOf(line.charAt(end)) < 0) {
        end++;
      }
      while (end > start && ".,;:!?)".indexOf(line.charAt(end - 1)) >= 0) {
        end--;
      }
      String address = escaped(line.substring(start, end));
      out.append(escaped(line.substring(at, start)));
      out.append("<a href=\"").append(address).append("\">").append(address).append("</a>");
      at = end;
    }
    return out.append(escaped(line.substring(at))).toString();
  }

  private static int link(String line, int from) {
    int secure = line.indexOf("https://", from);
    int plain = line.indexOf("http://", from);
    return secure < 0 ? plain : plain < 0 ? secure : Math.min(secure, plain);
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
