package amends.messages.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports for people's eyes: qmail, Exim, Sendmail, Exchange and the rest, each in its own words.
 */
final class BounceNotice {
  private static final int MOST_LINES = 300;
  private static final int WORDS = 400;

  private static final List<String> RETURNED =
      List.of(
          "copy of the message",
          "copy of your message",
          "copy of the original",
          "original message",
          "message headers follow",
          "message header follow",
          "headers of the message",
          "returned message",
          "message follows",
          "unsent message",
          "undelivered message",
          "text of your message",
          "content of your message",
          "included message",
          "message contents",
          "body of your message",
          "headers follow",
          "message returned below",
          "ursprüngliche nachricht",
          "message d'origine",
          "mensaje original");

  /** Whom to ask, not whom it did not reach. */
  private static final List<String> ASIDE =
      List.of(
          "contact",
          "assistance",
          "question",
          "support",
          "please send",
          "sender",
          "mail from",
          "on behalf",
          "administrator",
          "kontakt",
          "abuse@",
          "help");

  private static final List<String> LEADING =
      List.of(
          "to:",
          "recipient",
          "rcpt to",
          "address",
          "deliver",
          "user",
          "mailbox",
          "following",
          "failed",
          "empfänger",
          "destinat",
          "rejected");

  private final List<String> lines;
  private final List<String> returned;
  private final Set<String> own;

  /**
   * @param own addresses of who gets the report: they are seldom the ones that it is about
   */
  BounceNotice(String text, Set<String> own) {
    List<String> all =
        text.lines().limit(MOST_LINES * 3).map(line -> Cleaning.cut(line, 1_000)).toList();
    int end = end(all);
    this.lines = all.subList(0, Math.min(end, MOST_LINES));
    this.returned = all.subList(Math.min(end, all.size()), all.size());
    this.own = own;
  }

  /** Without the returned message. */
  String words() {
    return String.join("\n", lines);
  }

  /** The returned message, where it stands in the text. */
  String returned() {
    return String.join("\n", returned);
  }

  /** The line that names whom it did not reach; -1 for none. */
  int recipientLine() {
    int best = -1;
    int weight = 0;
    for (int i = 0; i < lines.size(); i++) {
      String address = address(lines.get(i));
      int found = address == null ? 0 : weight(lines.get(i), address);
      if (found > weight) {
        weight = found;
        best = i;
      }
    }
    return best;
  }

  @Nullable String recipient() {
    int at = recipientLine();
    return at < 0 ? null : address(lines.get(at));
  }

  /** What is said about one address: the paragraph that it stands in or above. */
  String about(@Nullable String recipient) {
    int named = recipient == null ? -1 : line(recipient);
    int at = named < 0 ? recipientLine() : named;
    StringBuilder words = new StringBuilder();
    for (int i = Math.max(0, at); at >= 0 && i < lines.size() && words.length() < WORDS; i++) {
      String line = lines.get(i).strip();
      boolean next = i > at && (other(line, lines.get(at)) || Separators.rule(line));
      boolean over = line.isEmpty() && told(words);
      if (next || over) {
        break;
      }
      words.append(i == at ? behindAddress(line) : line).append(' ');
    }
    if (BounceCodes.status(words.toString()) == null) {
      words.append(answers());
    }
    return Cleaning.line(words.toString());
  }

  /** Lines that begin with a server's code, wherever they stand. */
  private String answers() {
    StringBuilder words = new StringBuilder();
    for (String line : lines) {
      String bare = line.strip();
      bare = bare.startsWith("<<<") ? bare.substring(3).strip() : bare;
      bare = bare.startsWith("(") ? bare.substring(1) : bare;
      boolean answer =
          bare.length() > 4
              && (bare.charAt(0) == '4' || bare.charAt(0) == '5')
              && BounceCodes.status(bare.substring(0, Math.min(12, bare.length()))) != null;
      if (answer && words.length() < WORDS) {
        words.append(' ').append(bare);
      }
    }
    return words.toString();
  }

  private static boolean told(StringBuilder words) {
    String said = words.toString().strip();
    return said.length() > 12 && said.indexOf(' ') > 0;
  }

  private boolean other(String line, String first) {
    String here = address(line);
    String there = address(first);
    return here != null
        && !here.equalsIgnoreCase(there)
        && weight(line, here) >= 5
        && weight(first, String.valueOf(there)) >= 5;
  }

  /** Without the address that the line begins with. */
  private String behindAddress(String line) {
    String address = address(line);
    int end = address == null ? 0 : line.indexOf(address) + address.length();
    int colon = line.startsWith(":", end) ? end : line.startsWith(">:", end) ? end + 1 : -1;
    return colon > 0 && colon < 330 ? line.substring(colon + 1) : line;
  }

  private int line(String recipient) {
    String wanted = recipient.toLowerCase(Locale.ROOT);
    int best = -1;
    int weight = 0;
    for (int i = 0; i < lines.size(); i++) {
      String lower = lines.get(i).toLowerCase(Locale.ROOT);
      int found = lower.contains(wanted) ? weight(lines.get(i), recipient) : 0;
      if (found > weight) {
        weight = found;
        best = i;
      }
    }
    return best;
  }

  private @Nullable String address(String line) {
    for (int at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) {
      String address = BouncedAddress.in(line, at);
      if (address != null && !BouncedAddress.daemon(address) && !identifier(line, address)) {
        return address;
      }
    }
    return null;
  }

  private static boolean identifier(String line, String address) {
    String lower = line.toLowerCase(Locale.ROOT);
    return lower.contains("message-id") || lower.contains("id=" + address.toLowerCase(Locale.ROOT));
  }

  /** How surely a line names a failed recipient rather than anybody. */
  private int weight(String line, String address) {
    String bare = line.strip();
    String lower = bare.toLowerCase(Locale.ROOT);
    if (lower.startsWith("from:") || ASIDE.stream().anyMatch(lower::contains)) {
      return 1;
    }
    int weight = 2;
    int at = bare.indexOf(address);
    String before = at < 0 ? "" : bare.substring(0, at);
    if (before.isEmpty()
        || "<'\"(*-• ".contains(before.strip())
        || before.strip().equals("mailto:")) {
      weight = 6;
    } else if (LEADING.stream().anyMatch(before.toLowerCase(Locale.ROOT)::contains)) {
      weight = 5;
    }
    return own.contains(address.toLowerCase(Locale.ROOT)) ? 1 : weight;
  }

  /** Where the returned message begins: at a line that says so, or at its header. */
  private static int end(List<String> lines) {
    List<Integer> fields = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      String lower = line.toLowerCase(Locale.ROOT);
      boolean marked =
          line.length() < 110
              && (line.startsWith("-")
                  || line.endsWith(":")
                  || line.endsWith(".")
                  || line.endsWith("-"))
              && RETURNED.stream().anyMatch(lower::contains);
      // Within a paragraph it is spoken of and does not begin: "… from the returned message."
      boolean alone = line.startsWith("-") || lines.get(i - 1).isBlank();
      if (marked && alone && i > 2) {
        return i;
      }
      if (headerField(lower)) {
        fields.add(i);
        if (fields.size() >= 3 && i - fields.get(fields.size() - 3) <= 8) {
          return fields.get(fields.size() - 3);
        }
      }
    }
    return lines.size();
  }

  private static boolean headerField(String lower) {
    return lower.startsWith("received: ")
        || lower.startsWith("return-path: ")
        || lower.startsWith("message-id: ")
        || lower.startsWith("mime-version: ")
        || lower.startsWith("dkim-signature: ")
        || lower.startsWith("content-type: ")
        || lower.startsWith("x-mailer: ")
        || lower.startsWith("date: ");
  }
}
