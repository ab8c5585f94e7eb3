package amends.app.hooks;

import amends.shared.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which of their fields is which of ours. A value is a JSON pointer such as {@code /customer/id},
 * or {@code =} and a constant; nothing is computed. Pointers of {@code line.…} begin at each entry
 * of {@code lines}.
 */
record Mapping(InTarget target, Map<String, String> from) {
  private static final int LONGEST = 200;
  private static final int MOST_LINES = 500;
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(64).build())
              .build());

  /** What was found: by field, and for each line by field. */
  record Found(Map<String, String> values, List<Map<String, String>> lines) {
    String get(String field) {
      return values.getOrDefault(field, "");
    }

    @Nullable String orNull(String field) {
      return values.get(field);
    }
  }

  Mapping {
    from = Map.copyOf(from);
  }

  /** Where a program that knows ours would put them. */
  static Map<String, String> standard(InTarget target) {
    Map<String, String> from = new LinkedHashMap<>();
    target.fields().forEach(f -> from.put(f, "/" + f.replace("line.", "")));
    return from;
  }

  /**
   * @throws Refusal of the field {@code map.<field>}
   */
  static Mapping checked(InTarget target, Map<String, String> typed) {
    Map<String, String> from = new LinkedHashMap<>();
    for (String field : target.fields()) {
      String value = typed.getOrDefault(field, "").strip();
      if (value.isEmpty()) {
        if (target.needs(field)) {
          throw new Refusal("map." + field, "app.in.refused.missing");
        }
      } else if (value.length() > LONGEST || !value.startsWith("/") && !value.startsWith("=")) {
        throw new Refusal("map." + field, "app.in.refused.pointer");
      } else {
        from.put(field, value);
      }
    }
    return new Mapping(target, from);
  }

  /**
   * @throws Refusal when it is not JSON, or something that is needed is not there
   */
  Found read(byte[] body) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (JacksonException e) {
      throw new Refusal("", "app.in.refused.json");
    }
    Map<String, String> values = new LinkedHashMap<>();
    List<Map<String, String>> lines = new ArrayList<>();
    for (String field : target.fields()) {
      if (!field.startsWith("line.") && !field.equals("lines")) {
        take(field, root, values);
      }
    }
    String list = from.get("lines");
    if (list != null) {
      JsonNode all = root.at(JsonPointer.compile(list));
      if (!all.isArray() || all.isEmpty() || all.size() > MOST_LINES) {
        throw new Refusal("", "app.in.refused.lines", list);
      }
      all.forEach(one -> lines.add(line(one)));
    }
    return new Found(values, lines);
  }

  private Map<String, String> line(JsonNode one) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : target.fields()) {
      if (field.startsWith("line.")) {
        take(field, one, values);
      }
    }
    return values;
  }

  private void take(String field, JsonNode root, Map<String, String> values) {
    String where = from.get(field);
    String value = where == null ? "" : value(root, where);
    if (!value.isBlank()) {
      values.put(field, value.strip());
    } else if (target.needs(field)) {
      throw new Refusal("", "app.in.refused.empty", field, String.valueOf(where));
    }
  }

  private static String value(JsonNode root, String where) {
    if (where.startsWith("=")) {
      return where.substring(1);
    }
    JsonNode node = root.at(JsonPointer.compile(where));
    return node.isValueNode() && !node.isNull() ? node.asString().replace("\0", "") : "";
  }
}
