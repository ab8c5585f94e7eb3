package amends.faults;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a mail's own header says, read without the program's reader. */
final class Raw {
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?m)^(auto-submitted: *(?!no\\b)\\S|list-(id|post|unsubscribe|help):"
              + "|precedence: *(bulk|list|junk|auto_reply)"
              + "|content-type: *multipart/report|x-autoreply: *yes|x-failed-recipients:)");
  private static final int HEADER = 64 * 1024;

  private Raw() {}

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
