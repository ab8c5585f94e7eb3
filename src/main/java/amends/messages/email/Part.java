package amends.messages.email;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One leaf of the MIME tree, decoded.
 *
 * @param alternative which multipart/alternative it is a rendering of; 0 for none
 */
record Part(Headers headers, Parameters type, byte[] bytes, int alternative, boolean first) {

  Parameters disposition() {
    return Parameters.read(headers.first("Content-Disposition"));
  }

  String mimeType() {
    return type.value().isEmpty() ? "text/plain" : type.value();
  }

  @Nullable String fileName() {
    String name = disposition().get("filename");
    if (name == null || name.isBlank()) {
      name = type.get("name");
    }
    if ((name == null || name.isBlank()) && headers.has("Content-Location")) {
      name = headers.first("Content-Location");
    }
    return name == null || name.isBlank() ? null : name;
  }

  @Nullable String contentId() {
    return MessageIds.first(headers.values("Content-ID")) instanceof String id
        ? id.substring(1, id.length() - 1)
        : null;
  }

  boolean message() {
    return mimeType().equals("message/rfc822") || mimeType().equals("message/global");
  }

  boolean blank() {
    for (byte b : bytes) {
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }

  Part with(byte[] other) {
    return new Part(headers, type, other, alternative, first);
  }

  /** Whether it is a message that comes back, or its header. */
  boolean returned() {
    return switch (mimeType()) {
      case "message/rfc822",
          "text/rfc822-headers",
          "text/rfc822-header",
          "message/rfc822-headers",
          "message/global",
          "message/global-headers",
          "message/news" ->
          true;
      default -> false;
    };
  }

  /** Whether a reader sees this as the message itself rather than as something sent along. */
  boolean body() {
    String declared = disposition().value();
    if (!readable() || declared.equals("attachment")) {
      return false;
    }
    boolean named = disposition().get("filename") != null || type.get("name") != null;
    // Some mailers name the body; a named text counts as one only where the body would be.
    return !named || (first && !declared.equals("inline")) || alternative > 0;
  }

  private boolean readable() {
    return switch (mimeType()) {
      case "text/plain", "text/html", "text/enriched", "text/richtext", "text", "plain" -> true;
      default -> !mimeType().contains("/") && disposition().value().isEmpty();
    };
  }

  boolean html() {
    return mimeType().equals("text/html");
  }

  String text() {
    String charset = type.get("charset");
    if (charset == null && html()) {
      charset = charsetInside();
    }
    return Cleaning.text(Charsets.decode(bytes, charset));
  }

  /** A page may name its own charset near its beginning. */
  private @Nullable String charsetInside() {
    String head =
        new String(
                bytes,
                0,
                Math.min(bytes.length, 2_048),
                java.nio.charset.StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    int at = head.indexOf("charset=");
    if (at < 0) {
      return null;
    }
    int from = at + 8;
    int to = from;
    while (to < head.length() && "\"' />;".indexOf(head.charAt(to)) < 0 || to == from) {
      if (to >= head.length()) {
        return null;
      }
      to++;
    }
    return head.substring(from, to);
  }
}
