package amends.shared.api;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records of the API as JSON Schema (2020-12), each once under its name. */
final class Schemas {
  private final Map<String, Map<String, Object>> known = new TreeMap<>();
  private final Map<String, Class<?>> types = new TreeMap<>();

  Map<String, Map<String, Object>> all() {
    return known;
  }

  /** A record that may be sent: nothing but its fields, and those that must be there. */
  Map<String, Object> sent(Class<?> type) {
    return reference(type, true);
  }

  /** A record that is answered: every field is there; later versions may add some. */
  Map<String, Object> given(Class<?> type) {
    return reference(type, false);
  }

  /** A page of a list of them, under a name of its own, so that clients get a type for it. */
  Map<String, Object> page(Class<?> type, Map<String, Object> schema) {
    String name = name(type) + "Page";
    known.put(name, schema);
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  static String name(Class<?> type) {
    return type.getSimpleName().replaceFirst("(Json|Sent)$", "");
  }

  private Map<String, Object> reference(Class<?> type, boolean sent) {
    String name = name(type);
    Class<?> before = types.putIfAbsent(name, type);
    if (before == null) {
      known.put(name, Map.of());
      known.put(name, object(Shape.of(type), sent));
    } else if (before != type) {
      throw new IllegalStateException(before + " and " + type + " are both called " + name);
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> object(Shape shape, boolean sent) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Shape.Field field : shape.fields()) {
      properties.put(field.name(), property(field, sent));
      if (!sent || !field.optional()) {
        required.add(field.name());
      }
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    if (sent) {
      object.put("additionalProperties", false);
    }
    return object;
  }

  private Map<String, Object> property(Shape.Field field, boolean sent) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (field.list()) {
      schema.put("type", field.optional() ? List.of("array", "null") : "array");
      schema.put("items", entry(field, sent));
      limits(schema, field.say(), "minItems", "maxItems");
    } else if (field.type().isRecord()) {
      Map<String, Object> reference = reference(field.type(), sent);
      if (field.optional()) {
        schema.put("oneOf", List.of(reference, Map.of("type", "null")));
      } else {
        schema.putAll(reference);
      }
    } else {
      schema.putAll(scalar(field, field.optional()));
    }
    describe(schema, field.say());
    return schema;
  }

  private Map<String, Object> entry(Shape.Field field, boolean sent) {
    return field.type().isRecord() ? reference(field.type(), sent) : scalar(field, false);
  }

  /** A single value, as a field or as a query parameter. */
  static Map<String, Object> scalar(Shape.Field field, boolean optional) {
    Map<String, Object> schema = new LinkedHashMap<>();
    String type = type(field.type());
    schema.put("type", optional ? List.of(type, "null") : type);
    String format = format(field.type());
    if (format != null) {
      schema.put("format", format);
    }
    List<@Nullable Object> words = new ArrayList<>(Shape.words(field));
    if (!words.isEmpty()) {
      if (optional) {
        words.add(null);
      }
      schema.put("enum", words);
    } else if (field.list()) {
      return schema; // the limits are the list's
    } else if (type.equals("integer")) {
      limits(schema, field.say(), "minimum", "maximum");
    } else if (field.type() == String.class) {
      limits(schema, field.say(), "minLength", "maxLength");
    }
    return schema;
  }

  private static void limits(
      Map<String, Object> schema, @Nullable Say say, String least, String most) {
    if (say != null && say.least() != Say.NO_LIMIT) {
      schema.put(least, say.least());
    }
    if (say != null && say.most() != Say.NO_LIMIT) {
      schema.put(most, say.most());
    }
  }

  private static void describe(Map<String, Object> schema, @Nullable Say say) {
    if (say != null) {
      schema.put("description", say.value());
    }
  }

  private static String type(Class<?> type) {
    if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
      return "integer";
    }
    return type == boolean.class || type == Boolean.class ? "boolean" : "string";
  }

  private static @Nullable String format(Class<?> type) {
    if (type == Instant.class) {
      return "date-time";
    }
    if (type == LocalTime.class) {
      return null;
    }
    return type == long.class || type == Long.class ? "int64" : null;
  }
}
