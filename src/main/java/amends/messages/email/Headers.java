package amends.messages.email;

import amends.messages.ReadMail.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header fields of one part: unfolded, 8-bit characters read, encoded words left alone. */
final class Headers {
  /** Guessing a charset is work; beyond these bounds it is not worth it. */
  private static final int MOST = 100;

  private static final int LONGEST = 4_000;

  private final List<Header> fields = new ArrayList<>();

  /** Values with undeclared 8-bit characters, by their place. */
  private final Map<Integer, byte[]> undeclared = new HashMap<>();

  void add(String name, byte[] value) {
    String plain = Cleaning.line(name);
    if (!plain.isEmpty()) {
      boolean guessed = eightBit(value) && value.length <= LONGEST && undeclared.size() < MOST;
      if (guessed) {
        undeclared.put(fields.size(), value);
      }
      String words = guessed ? Charsets.guess(value) : Charsets.plainly(value);
      fields.add(new Header(plain, Cleaning.line(words)));
    }
  }

  /** Who leaves a header undeclared mostly writes it as the body, which is declared. */
  void likely(@Nullable String charset) {
    undeclared.forEach((at, value) ->
        fields.set(
            at, new Header(fields.get(at).name(), Cleaning.line(Charsets.guess(value, charset)))));
  }

  private static boolean eightBit(byte[] value) {
    for (byte b : value) {
      if (b < 0) {
        return true;
      }
    }
    return false;
  }

  List<Header> all() {
    return Collections.unmodifiableList(fields);
  }

  @Nullable String first(String name) {
    for (Header field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return field.value();
      }
    }
    return null;
  }

  /** The first value that says something. */
  String orEmpty(String name) {
    for (Header field : fields) {
      if (field.name().equalsIgnoreCase(name) && !field.value().isBlank()) {
        return field.value();
      }
    }
    return "";
  }

  boolean has(String name) {
    return first(name) != null;
  }

  List<String> values(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }
}
