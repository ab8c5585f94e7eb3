package amends.messages.email;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** HTML as a reader would type it: paragraphs, line ends, quotation marked with {@code >}. */
public final class HtmlText {
  private static final int DEEPEST = 200;
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre", "hr");
  private static final Set<String> SILENT =
      Set.of("script", "style", "head", "title", "template", "noscript", "object", "svg", "select");

  private HtmlText() {}

  /** The text of any HTML, however broken. */
  public static String of(String html) {
    return of(parse(html));
  }

  static Document parse(String html) {
    return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
  }

  static String of(Document document) {
    Writer writer = new Writer();
    document.body().traverse(writer);
    return writer.text();
  }

  /** jsoup walks with a loop of its own, so depth costs no stack. */
  private static final class Writer implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private int newlines = 2;
    private boolean space;
    private int quotes;
    private int silent;
    private int pre;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        if (silent == 0) {
          text(text.getWholeText());
        }
      } else if (node instanceof Element element) {
        String name = element.normalName();
        silent += hidden(element) ? 1 : 0;
        pre += name.equals("pre") ? 1 : 0;
        if (silent == 0) {
          open(element, name);
        }
        quotes += name.equals("blockquote") ? 1 : 0;
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        String name = element.normalName();
        if (silent == 0 && (element.isBlock() || PARAGRAPHS.contains(name))) {
          lines(PARAGRAPHS.contains(name) ? 2 : 1);
        }
        quotes -= name.equals("blockquote") ? 1 : 0;
        pre -= name.equals("pre") ? 1 : 0;
        silent -= hidden(element) ? 1 : 0;
      }
    }

    private void open(Element element, String name) {
      switch (name) {
        case "br" -> {
          newline();
          space = false;
        }
        case "li" -> {
          lines(1);
          word("- ");
        }
        case "td", "th" -> space = true;
        default -> {
          if (element.isBlock()) {
            lines(PARAGRAPHS.contains(name) ? 2 : 1);
          }
        }
      }
    }

    private static boolean hidden(Element element) {
      if (SILENT.contains(element.normalName())) {
        return true;
      }
      String style = element.attr("style");
      return !style.isEmpty()
          && style.length() < 2_000
          && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
    }

    private void text(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (pre > 0 && c == '\n') {
          newline();
        } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00A0') {
          space = true;
        } else {
          word(c);
        }
      }
    }

    private void word(char c) {
      start();
      if (space && newlines == 0) {
        out.append(' ');
      }
      space = false;
      newlines = 0;
      out.append(c);
    }

    private void word(String marks) {
      start();
      out.append(marks);
      newlines = 0;
      space = false;
    }

    /** The marks of quotation stand at the beginning of each line that has words. */
    private void start() {
      if (newlines > 0 && quotes > 0) {
        // Deeper than this nobody reads the difference, and the output stays linear.
        out.append(">".repeat(Math.min(quotes, 10))).append(' ');
        space = false;
      }
    }

    private void newline() {
      if (newlines < 3) {
        if (newlines > 0 && quotes > 0) {
          out.append(">");
        }
        out.append('\n');
        newlines++;
      }
    }

    private void lines(int wanted) {
      space = false;
      while (newlines < wanted) {
        newline();
      }
    }

    String text() {
      return out.toString().strip();
    }
  }
}
