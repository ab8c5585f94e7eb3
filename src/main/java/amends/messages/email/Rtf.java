package amends.messages.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of rich text, and the HTML where Outlook wrapped some in it (MS-OXRTFEX). One pass;
 * only what a letter needs.
 */
final class Rtf {
  private static final Set<String> SILENT =
      Set.of(
          "fonttbl",
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "object",
          "header",
          "footer",
          "listtable",
          "listoverridetable",
          "rsidtbl",
          "generator",
          "themedata",
          "xmlnstbl");

  private final String in;
  private final StringBuilder out = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Deque<Group> groups = new ArrayDeque<>();
  private Charset charset = Charset.forName("windows-1252");
  private Group now = new Group(false, false, 1);
  private boolean fromHtml;
  private int skip;
  private int at;

  /**
   * @param silent nothing of it is shown; htmlrtf: shown in rich text only
   */
  private record Group(boolean silent, boolean onlyRtf, int unicodeSkip) {}

  private Rtf(String in) {
    this.in = in;
  }

  static Rtf read(byte[] rtf) {
    Rtf document = new Rtf(new String(rtf, StandardCharsets.ISO_8859_1));
    document.read();
    return document;
  }

  @Nullable String html() {
    return fromHtml ? out.toString() : null;
  }

  @Nullable String text() {
    return fromHtml || out.isEmpty() ? null : out.toString().strip();
  }

  private void read() {
    while (at < in.length()) {
      char c = in.charAt(at++);
      switch (c) {
        case '{' -> open();
        case '}' -> close();
        case '\\' -> control();
        case '\r', '\n' -> {}
        default -> character(c);
      }
    }
    flush();
  }

  private void open() {
    flush();
    if (groups.size() < 1_000) {
      groups.push(now);
    }
  }

  private void close() {
    flush();
    now = groups.isEmpty() ? now : groups.pop();
  }

  private void character(char c) {
    if (skip > 0) {
      skip--;
    } else if (shown()) {
      bytes.write(c);
    }
  }

  private boolean shown() {
    return !now.silent() && !(fromHtml && now.onlyRtf());
  }

  private void control() {
    if (at >= in.length()) {
      return;
    }
    char c = in.charAt(at);
    if (!Character.isLetter(c)) {
      at++;
      symbol(c);
      return;
    }
    int from = at;
    while (at < in.length() && at < from + 40 && c < 128 && Character.isLetter(in.charAt(at))) {
      at++;
    }
    String word = in.substring(from, at);
    int number = at;
    while (at < in.length()
        && at < number + 11
        && (Character.isDigit(in.charAt(at)) || at == number && in.charAt(at) == '-')) {
      at++;
    }
    String digits = in.substring(number, at);
    if (at < in.length() && in.charAt(at) == ' ') {
      at++;
    }
    word(word, digits.isEmpty() || digits.equals("-") ? null : (int) Long.parseLong(digits));
  }

  private void symbol(char c) {
    switch (c) {
      case '\'' -> hex();
      case '~' -> character(' ');
      case '_' -> character('-');
      case '{', '}', '\\' -> character(c);
      case '*' -> destination();
      default -> {}
    }
  }

  private void hex() {
    if (at + 2 > in.length()) {
      return;
    }
    int high = Character.digit(in.charAt(at), 16);
    int low = Character.digit(in.charAt(at + 1), 16);
    at += 2;
    if (high >= 0 && low >= 0) {
      character((char) (high * 16 + low));
    }
  }

  /** What readers that do not know it must skip; Outlook's HTML lies in such groups. */
  private void destination() {
    boolean tag = in.startsWith("\\htmltag", at) || in.startsWith("\\mhtmltag", at);
    boolean html = fromHtml && tag && !in.startsWith("\\mhtmltag", at);
    now = new Group(!html, false, now.unicodeSkip());
  }

  private void word(String word, @Nullable Integer number) {
    switch (word) {
      case "par", "line", "row" -> text("\n");
      case "tab", "cell" -> text("\t");
      case "lquote", "rquote" -> text("'");
      case "ldblquote", "rdblquote" -> text("\"");
      case "endash", "emdash" -> text("-");
      case "bullet" -> text("*");
      case "fromhtml" -> fromHtml = true;
      case "htmlrtf" -> {
        flush();
        now = new Group(now.silent(), number == null || number != 0, now.unicodeSkip());
      }
      case "uc" -> now = new Group(now.silent(), now.onlyRtf(), number == null ? 1 : number);
      case "u" -> unicode(number == null ? 0 : number);
      case "ansicpg" -> codePage(number);
      default -> {
        if (SILENT.contains(word)) {
          now = new Group(true, false, now.unicodeSkip());
        }
      }
    }
  }

  private void unicode(int number) {
    flush();
    if (shown()) {
      out.append((char) (number & 0xFFFF));
    }
    skip = Math.clamp(now.unicodeSkip(), 0, 10);
  }

  private void text(String words) {
    flush();
    if (shown()) {
      out.append(words);
    }
  }

  private void codePage(@Nullable Integer number) {
    Charset found = number == null ? null : Charsets.find("cp" + number);
    charset = found == null ? charset : found;
  }

  private void flush() {
    if (bytes.size() > 0) {
      out.append(bytes.toString(charset));
      bytes.reset();
    }
  }
}
