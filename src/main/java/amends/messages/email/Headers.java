package amends.messages.email;

import amends.messages.ReadMail.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header fields of one part: unfolded, 8-bit characters read, encoded words left alone. */
final class Headers {
  private final List<Header> fields = new ArrayList<>();

  void add(String name, byte[] value) {
    String plain = Cleaning.line(name);
    if (!plain.isEmpty()) {
      fields.add(new Header(plain, Cleaning.line(Charsets.guess(value))));
    }
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
