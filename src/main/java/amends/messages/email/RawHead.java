package amends.messages.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Brings the outermost header within bounds before the parser sees it: a field of megabytes would
 * otherwise cost us the body that follows it. Ordinary messages pass through uncopied.
 */
final class RawHead {
  private static final int MOST_FIELDS = 5_000;

  private static final int LONGEST_NAME = 200;

  /** The parser counts line ends too. */
  private static final int SPARE = 64;

  private final byte[] raw;
  private final Budget budget;

  private RawHead(byte[] raw, Budget budget) {
    this.raw = raw;
    this.budget = budget;
  }

  static byte[] bounded(byte[] raw, Budget budget) {
    return new RawHead(withLineFeeds(raw), budget).bounded();
  }

  /** Old Macs ended their lines with a carriage return alone. */
  private static byte[] withLineFeeds(byte[] raw) {
    boolean returns = false;
    for (byte b : raw) {
      if (b == '\n') {
        return raw;
      }
      returns |= b == '\r';
    }
    if (!returns) {
      return raw;
    }
    byte[] lines = raw.clone();
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i] == '\r' ? (byte) '\n' : lines[i];
    }
    return lines;
  }

  private byte[] bounded() {
    int start = start();
    if (start < raw.length && !blankLine(start) && !field(start)) {
      return headless(start);
    }
    int end = start;
    int fields = 0;
    boolean fits = true;
    int fieldStart = start;
    while (end < raw.length && !blankLine(end)) {
      int next = nextLine(end);
      if (raw[end] != ' ' && raw[end] != '\t') {
        fieldStart = end;
        fields++;
      }
      fits &= next - fieldStart <= budget.bounds.headerBytes();
      end = next;
    }
    fits &= end - start <= budget.bounds.headersBytes() && fields <= MOST_FIELDS;
    if (fits) {
      return start == 0 ? raw : Arrays.copyOfRange(raw, start, raw.length);
    }
    budget.cut("Its header is too long; the longest fields were cut.");
    return shortened(start, end);
  }

  private byte[] shortened(int start, int end) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length - end + 65_536);
    int fieldBytes = 0;
    int total = 0;
    int fields = 0;
    for (int at = start; at < end; ) {
      int next = nextLine(at);
      boolean continued = raw[at] == ' ' || raw[at] == '\t';
      fields += continued ? 0 : 1;
      fieldBytes = continued ? fieldBytes : 0;
      int room =
          Math.min(
              budget.bounds.headerBytes() - fieldBytes - SPARE,
              budget.bounds.headersBytes() - total);
      int length = fields > MOST_FIELDS ? 0 : Math.min(next - at, Math.max(0, room));
      if (length > 2) {
        out.write(raw, at, length);
        if (length < next - at) {
          out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        fieldBytes += length + 2;
        total += length + 2;
      } else {
        fieldBytes = budget.bounds.headerBytes();
      }
      at = next;
    }
    out.write(raw, end, raw.length - end);
    return out.toByteArray();
  }

  /** Whether the line looks like "Name: value". */
  private boolean field(int at) {
    for (int i = at; i < raw.length && i < at + LONGEST_NAME; i++) {
      if (raw[i] == ':') {
        return i > at;
      }
      if (raw[i] == '\n' || raw[i] < ' ') {
        return false;
      }
    }
    return false;
  }

  /** Words without any header are a body; the parser would take their first line for a field. */
  private byte[] headless(int start) {
    budget.cut("It has no header.");
    if (binary(start)) {
      return asFile(start);
    }
    byte[] body = new byte[raw.length - start + 2];
    body[0] = '\r';
    body[1] = '\n';
    System.arraycopy(raw, start, body, 2, raw.length - start);
    return body;
  }

  private boolean binary(int start) {
    int controls = 0;
    int end = Math.min(raw.length, start + 512);
    for (int i = start; i < end; i++) {
      controls += raw[i] >= 0 && raw[i] < 9 ? 1 : 0;
    }
    return controls > (end - start) / 20;
  }

  /** No e-mail at all, such as a file that Outlook saved: kept as one that came along. */
  private byte[] asFile(int start) {
    boolean outlook =
        raw[start] == (byte) 0xD0 && raw.length > start + 1 && raw[start + 1] == (byte) 0xCF;
    String type = outlook ? "application/vnd.ms-outlook; name=mail.msg" : MediaTypes.UNKNOWN;
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length + 200);
    out.writeBytes(
        ("Content-Type: "
                + type
                + "\r\nContent-Disposition: attachment\r\n"
                + "Content-Transfer-Encoding: binary\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.write(raw, start, raw.length - start);
    return out.toByteArray();
  }

  /** Behind a byte order mark, empty lines and an mbox line, which all come before real headers. */
  private int start() {
    int at = startsWith(0, "\u00EF\u00BB\u00BF") ? 3 : 0;
    while (at < raw.length && (raw[at] == '\n' || raw[at] == '\r')) {
      at++;
    }
    return startsWith(at, "From ") || startsWith(at, ">From ") ? nextLine(at) : at;
  }

  private boolean startsWith(int at, String prefix) {
    byte[] bytes = prefix.getBytes(StandardCharsets.ISO_8859_1);
    return at + bytes.length <= raw.length
        && Arrays.equals(raw, at, at + bytes.length, bytes, 0, bytes.length);
  }

  private boolean blankLine(int at) {
    return raw[at] == '\n' || (raw[at] == '\r' && at + 1 < raw.length && raw[at + 1] == '\n');
  }

  private int nextLine(int at) {
    int next = at;
    while (next < raw.length && raw[next] != '\n') {
      next++;
    }
    return Math.min(next + 1, raw.length);
  }
}
