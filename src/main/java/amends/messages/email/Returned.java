package amends.messages.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header of the message that came back: in a part of its own, or at the end of the words. */
final class Returned {
  private static final int MOST_CHARS = 256 * 1024;
  private static final int MOST = 20;
  private final Headers headers = new Headers();

  Returned(List<Part> leaves, String atTheEnd) {
    StringBuilder head = new StringBuilder();
    for (Part part : leaves) {
      if (part.returned() && head.length() < MOST_CHARS) {
        head.append(Cleaning.cut(Charsets.guess(part.bytes()), MOST_CHARS)).append("\n\n");
      }
    }
    read(head.isEmpty() ? atTheEnd : head.toString());
  }

  @Nullable String recipient() {
    for (String field :
        List.of("X-HmXmrOriginalRecipient", "X-Original-To", "To", "Delivered-To")) {
      String address = BouncedAddress.in(headers.orEmpty(field));
      if (address != null) {
        return address;
      }
    }
    return null;
  }

  /** What may carry our MAC. Nothing of this is believed without one. */
  List<String> ours() {
    List<String> found = new ArrayList<>(MessageIds.read(headers.values("Message-ID")));
    found.addAll(MessageIds.read(headers.values("X-Amends-Delivery")));
    for (String field : List.of("Return-Path", "Reply-To", "Sender", "From", "Errors-To")) {
      for (String value : headers.values(field)) {
        String address = BouncedAddress.in(value);
        if (address != null) {
          found.add(address);
        }
      }
    }
    return found.stream().distinct().limit(MOST).toList();
  }

  boolean isEmpty() {
    return headers.all().isEmpty();
  }

  /** Fields up to the body; words before the first field do not matter. */
  private void read(String text) {
    String name = "";
    StringBuilder value = new StringBuilder();
    for (String line : (Iterable<String>) text.lines().limit(2_000)::iterator) {
      int colon = line.indexOf(':');
      boolean field = colon > 1 && colon < 60 && fieldName(line, colon);
      if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t') && !name.isEmpty()) {
        value.append(' ').append(line.strip());
        continue;
      }
      add(name, value);
      name = field ? line.substring(0, colon).toLowerCase(Locale.ROOT) : "";
      value.append(field ? line.substring(colon + 1).strip() : "");
    }
    add(name, value);
  }

  private void add(String name, StringBuilder value) {
    if (!name.isEmpty()) {
      headers.add(name, value.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    value.setLength(0);
  }

  private static boolean fieldName(String line, int colon) {
    for (int i = 0; i < colon; i++) {
      char c = line.charAt(i);
      if (c <= ' ' || c > 126) {
        return false;
      }
    }
    return true;
  }
}
