package amends.shared.api;

import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Examples of the records of the API, from what their fields say. */
public final class Examples {
  private Examples() {}

  /** A record filled with the examples of its fields. */
  public static Map<String, @Nullable Object> of(Class<?> type) {
    Map<String, @Nullable Object> example = new LinkedHashMap<>();
    for (Shape.Field field : Shape.of(type).fields()) {
      Object value = value(field);
      example.put(field.name(), field.list() && value != null ? List.of(value) : value);
    }
    return example;
  }

  /** What may be sent: without the fields that have no example and may be left out. */
  static Map<String, @Nullable Object> sent(Class<?> type) {
    Map<String, @Nullable Object> example = new LinkedHashMap<>();
    for (Shape.Field field : Shape.of(type).fields()) {
      Object value = field.type().isRecord() ? sent(field.type()) : value(field);
      if (value != null) {
        example.put(field.name(), field.list() ? List.of(value) : value);
      }
    }
    return example;
  }

  static @Nullable Object value(Shape.Field field) {
    if (field.type().isRecord()) {
      return of(field.type());
    }
    Say say = field.say();
    String words = say == null ? "" : say.example();
    if (words.isEmpty()) {
      return otherwise(field);
    }
    return switch (field.type().getSimpleName()) {
      case "long", "Long", "int", "Integer" -> Long.valueOf(words);
      case "boolean", "Boolean" -> Boolean.valueOf(words);
      default -> words;
    };
  }

  private static @Nullable Object otherwise(Shape.Field field) {
    List<String> words = Shape.words(field);
    if (!words.isEmpty()) {
      return words.getFirst();
    }
    if (field.optional()) {
      return null;
    }
    Class<?> type = field.type();
    if (type == boolean.class) {
      return false;
    }
    if (type == Instant.class) {
      return "2026-05-12T13:07:00Z";
    }
    return type == LocalTime.class ? "21:30" : type == String.class ? "" : (Object) 1;
  }
}
