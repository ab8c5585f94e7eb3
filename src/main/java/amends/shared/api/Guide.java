package amends.shared.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The fields and examples of a route, as people read them. */
public final class Guide {
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Guide() {}

  /**
   * One field.
   *
   * @param name the path to it, such as {@code lines[].price.minor}
   */
  public record Row(String name, String kind, boolean required, String words) {}

  /** What stands in the address and behind it, and in the headers. */
  public static List<Row> asked(Routes.Route route) {
    List<Row> rows = new ArrayList<>();
    route.pathVariables().forEach(name -> rows.add(new Row(name, "number", true, "Our number.")));
    Class<?> filters = route.filters();
    if (filters != null) {
      add(rows, filters, "", true);
      rows.add(new Row("limit", "number", false, "How many at most: 1 to " + Asked.MOST + "."));
      rows.add(new Row("cursor", "text", false, "What next said, for the page behind."));
    }
    return rows;
  }

  /** What may be sent. */
  public static List<Row> body(Routes.Route route) {
    List<Row> rows = new ArrayList<>();
    Class<?> body = route.body();
    if (body != null) {
      add(rows, body, "", true);
    }
    return rows;
  }

  /** What comes back. */
  public static List<Row> gives(Routes.Route route) {
    List<Row> rows = new ArrayList<>();
    add(rows, route.gives(), "", false);
    return rows;
  }

  private static void add(List<Row> rows, Class<?> type, String path, boolean sent) {
    for (Shape.Field field : Shape.of(type).fields()) {
      String name = path + field.name() + (field.list() ? "[]" : "");
      Say say = field.say();
      rows.add(
          new Row(name, kind(field), sent && !field.optional(), say == null ? "" : say.value()));
      if (field.type().isRecord()) {
        add(rows, field.type(), name + ".", sent);
      }
    }
  }

  private static String kind(Shape.Field field) {
    List<String> words = Shape.words(field);
    if (!words.isEmpty()) {
      return String.join(" | ", words);
    }
    String kind =
        field.type().isRecord()
            ? "object"
            : switch (field.type().getSimpleName().toLowerCase(Locale.ROOT)) {
              case "long", "int", "integer" -> "number";
              case "boolean" -> "true | false";
              case "instant" -> "moment";
              case "localtime" -> "time of day";
              default -> "text";
            };
    return field.optional() ? kind + " | null" : kind;
  }

  /** The request by curl; the token stands in a variable. */
  public static String request(Routes.Route route, String server) {
    StringBuilder curl = new StringBuilder("curl ");
    if (!route.method().equals("GET")) {
      curl.append("-X ").append(route.method()).append(' ');
    }
    curl.append('"').append(server).append(sample(route)).append('"');
    curl.append(" \\\n  -H \"Authorization: Bearer $AMENDS_TOKEN\"");
    if (route.posts()) {
      curl.append(" \\\n  -H \"Idempotency-Key: ").append("order-A-1001").append('"');
    }
    if (route.changes()) {
      curl.append(" \\\n  -H 'If-Match: *'");
    }
    Class<?> body = route.body();
    if (body != null) {
      curl.append(" \\\n  -H \"Content-Type: application/json\" \\\n  -d '")
          .append(PRETTY.writeValueAsString(Examples.sent(body)))
          .append('\'');
    }
    return curl.toString();
  }

  private static String sample(Routes.Route route) {
    String path = route.path().replaceAll("\\{\\w+}", "17");
    Class<?> filters = route.filters();
    if (filters == null) {
      return path;
    }
    return Shape.of(filters).fields().stream()
        .filter(field -> !field.optional())
        .findFirst()
        .map(field -> path + "?" + field.name() + "=" + Examples.value(field))
        .orElse(path);
  }

  /** An answer. */
  public static String answer(Routes.Route route) {
    Map<String, @Nullable Object> one = Examples.of(route.gives());
    if (!route.list()) {
      return PRETTY.writeValueAsString(one);
    }
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("items", List.of(one));
    page.put("next", null);
    return PRETTY.writeValueAsString(page);
  }
}
