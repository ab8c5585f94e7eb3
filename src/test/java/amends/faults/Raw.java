package amends.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a mail's own header says, read without the program's reader. */
final class Raw {
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?m)^(auto-submitted: *(?!no\\b)\\S|list-(id|post|unsubscribe|help):"
              + "|precedence: *(bulk|list|junk|auto_reply)"
              + "|content-type: *multipart/report|x-autoreply: *yes|x-failed-recipients:)");
  private static final Pattern LETTER =
      Pattern.compile("(?i)^(from|to|cc|subject|date|message-id)[ \t]*:");
  private static final int HEADER = 64 * 1024;

  private Raw() {}

  /** As it goes over the wire, where every line ends in one way. */
  static String wire(byte[] mail) {
    return new String(mail, StandardCharsets.ISO_8859_1).replaceAll("\r\n?", "\n");
  }

  /**
   * What a reader goes by: who wrote to whom, when, under which number, about what, and the words.
   * Two mails that agree in this are one letter that came by two ways (RFC 5322 3.6.6 and 3.6.7:
   * resent and trace fields say nothing of it). A mail without any of these fields is its words;
   * blank ends say nothing.
   */
  static String letter(byte[] mail) {
    String text = wire(mail);
    int end = text.indexOf("\n\n");
    String head = (end < 0 ? text : text.substring(0, end)).replaceAll("\n[ \t]+", " ");
    List<String> fields =
        head.lines()
            .filter(line -> LETTER.matcher(line).find())
            .map(line -> line.replaceAll("[ \t]+", " ").strip())
            .sorted()
            .toList();
    String body = end < 0 ? "" : text.substring(end).strip();
    return fields.isEmpty() ? text.strip() : fields + body;
  }

  /** Whether a machine says of itself that it wrote this, or a list that it passed it on. */
  static boolean isAutomatic(byte[] mail) {
    String text =
        new String(mail, 0, Math.min(mail.length, HEADER), StandardCharsets.ISO_8859_1)
            .replace("\r\n", "\n")
            .replace('\r', '\n');
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end);
    return MACHINE.matcher(head.replaceAll("\n[ \t]+", " ").toLowerCase(Locale.ROOT)).find();
  }
}
