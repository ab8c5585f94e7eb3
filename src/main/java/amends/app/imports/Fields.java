package amends.app.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Takes fields out of a record one by one: what is left in the end has no place here, and is kept.
 */
final class Fields {
  private final ObjectNode rest;

  Fields(ObjectNode record) {
    this(record.deepCopy(), true);
  }

  private Fields(ObjectNode rest, boolean ours) {
    this.rest = rest;
  }

  /** Text or number as text; null when absent or blank. */
  @Nullable String text(String name) {
    JsonNode value = rest.get(name);
    if (value == null || value.isContainer()) {
      return null;
    }
    rest.remove(name);
    String text = value.isNull() ? "" : value.asString().strip();
    return text.isEmpty() ? null : text;
  }

  /** The first of these that is there; all are taken. */
  @Nullable String firstText(String... names) {
    String first = null;
    for (String name : names) {
      String text = text(name);
      first = first == null ? text : first;
    }
    return first;
  }

  /**
   * @throws Unmapped when it is absent
   */
  String needed(String name) {
    String text = text(name);
    if (text == null) {
      throw new Unmapped("no-field", name);
    }
    return text;
  }

  boolean flag(String name) {
    return "true".equals(text(name));
  }

  /**
   * @throws Unmapped when it is absent or no moment
   */
  Instant moment(String name) {
    Instant moment = momentOrNull(name);
    if (moment == null) {
      throw new Unmapped("no-field", name);
    }
    return moment;
  }

  @Nullable Instant momentOrNull(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new Unmapped("no-moment", name);
    }
  }

  @Nullable Locale locale(String name) {
    String tag = text(name);
    return tag == null ? null : Locale.forLanguageTag(tag.replace('_', '-'));
  }

  /** Null where it is not a zone of the IANA database; then the field stays in what is kept. */
  @Nullable ZoneId zone(String name) {
    JsonNode value = rest.get(name);
    if (value != null
        && value.isString()
        && ZoneId.getAvailableZoneIds().contains(value.asString())) {
      rest.remove(name);
      return ZoneId.of(value.asString());
    }
    return null;
  }

  /** A record within the record; null when absent. What is not taken of it stays in this one. */
  @Nullable Fields inner(String name) {
    return rest.get(name) instanceof ObjectNode node ? new Fields(node, false) : null;
  }

  /** The records of a list within the record. */
  List<ObjectNode> list(String name) {
    JsonNode value = rest.get(name);
    if (value == null || !value.isArray()) {
      return List.of();
    }
    rest.remove(name);
    return value
        .valueStream()
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .toList();
  }

  /** The words of a list, or of a text with commas between. */
  List<String> words(String name) {
    JsonNode value = rest.get(name);
    if (value == null || !value.isArray()) {
      String text = text(name);
      return text == null ? List.of() : List.of(text.split(",", -1));
    }
    rest.remove(name);
    return value.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
  }

  /**
   * What stands in fields of the other house's own, by name: the pairs of a list of {@code id} and
   * {@code value}, or the members of a record. It stays among what is left too: a field here may
   * take it, and if none does, it is kept.
   */
  Map<String, String> own(String name) {
    Map<String, String> own = new HashMap<>();
    JsonNode value = rest.path(name);
    if (value.isArray()) {
      value.valueStream().forEach(each -> put(own, each.path("id"), each.path("value")));
    } else if (value instanceof ObjectNode node) {
      own.putAll(new Fields(node).own());
    }
    return own;
  }

  /** The same of what is left in the record itself. */
  Map<String, String> own() {
    Map<String, String> own = new HashMap<>();
    rest.propertyStream()
        .forEach(each -> put(own, StringNode.valueOf(each.getKey()), each.getValue()));
    return own;
  }

  private static void put(Map<String, String> own, JsonNode name, JsonNode value) {
    if (name.isValueNode() && value.isValueNode() && !saysNothing(value)) {
      own.put(name.asString(), value.asString());
    }
  }

  boolean has(String name) {
    return rest.has(name);
  }

  /** What is said elsewhere in the record already, or tells only of the other system. */
  void drop(Set<String> names) {
    rest.remove(names);
  }

  /** What was not taken and says something. */
  ObjectNode left() {
    rest.propertyStream()
        .filter(field -> saysNothing(field.getValue()))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(rest::remove);
    return rest;
  }

  private static boolean saysNothing(JsonNode value) {
    return value.isNull()
        || (value.isContainer() && value.valueStream().allMatch(Fields::saysNothing))
        || (value.isString() && value.asString().isBlank());
  }
}
