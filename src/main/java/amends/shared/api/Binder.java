package amends.shared.api;

import amends.shared.api.ApiProblem.Flaw;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON into a record of the API, strictly: a field that is not declared, a value of another
 * type, a required field that is not there are each a flaw with the path to it; all are told at
 * once.
 */
final class Binder {
  private final List<Flaw> flaws = new ArrayList<>();
  private final Scalars scalars;

  private Binder(boolean fromText) {
    this.scalars = new Scalars(flaws, fromText);
  }

  /**
   * @throws ApiProblem with every flaw that was found
   */
  static <T> T read(JsonNode node, Class<T> type) {
    return read(node, type, false);
  }

  /** From a query string, where numbers are text too. */
  static <T> T readText(JsonNode node, Class<T> type) {
    return read(node, type, true);
  }

  private static <T> T read(JsonNode node, Class<T> type, boolean fromText) {
    Binder binder = new Binder(fromText);
    Object made = binder.object(node, Shape.of(type), "");
    if (!binder.flaws.isEmpty() || made == null) {
      throw ApiProblem.invalid(binder.flaws);
    }
    return type.cast(made);
  }

  private @Nullable Object object(JsonNode node, Shape shape, String path) {
    if (!node.isObject()) {
      flaw(path, "shared.api.flaw.object");
      return null;
    }
    int before = flaws.size();
    refuseUnknown(node, shape, path);
    List<@Nullable Object> values = new ArrayList<>();
    for (Shape.Field field : shape.fields()) {
      values.add(value(node.get(field.name()), field, at(path, field.name())));
    }
    return flaws.size() > before ? null : construct(shape.type(), values);
  }

  private void refuseUnknown(JsonNode node, Shape shape, String path) {
    Set<String> known = shape.fields().stream().map(Shape.Field::name).collect(Collectors.toSet());
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        flaw(at(path, shortened(name)), "shared.api.flaw.unknown");
      }
    }
  }

  private static String shortened(String name) {
    return name.length() <= 80 ? name : name.substring(0, 80) + "…";
  }

  private @Nullable Object value(@Nullable JsonNode node, Shape.Field field, String path) {
    if (node == null || node.isNull()) {
      if (field.optional()) {
        return null;
      }
      flaw(path, "shared.api.flaw.required");
      return null;
    }
    return field.list() ? list(node, field, path) : one(node, field, path);
  }

  private @Nullable Object one(JsonNode node, Shape.Field field, String path) {
    return field.type().isRecord()
        ? object(node, Shape.of(field.type()), path)
        : scalars.read(node, field, path);
  }

  private @Nullable Object list(JsonNode node, Shape.Field field, String path) {
    if (!node.isArray()) {
      flaw(path, "shared.api.flaw.list");
      return null;
    }
    Say say = field.say();
    if (say != null && say.most() != Say.NO_LIMIT && node.size() > say.most()) {
      flaw(path, "shared.api.flaw.too-many", say.most(), node.size());
      return null;
    }
    if (say != null && node.size() < say.least()) {
      flaw(path, "shared.api.flaw.too-few", say.least());
      return null;
    }
    int before = flaws.size();
    List<@Nullable Object> entries = new ArrayList<>();
    int place = 0;
    for (JsonNode entry : node) {
      String here = path + "[" + place++ + "]";
      if (entry.isNull()) {
        flaw(here, "shared.api.flaw.required");
      } else {
        entries.add(one(entry, field, here));
      }
    }
    return flaws.size() > before ? null : entries;
  }

  private static Object construct(Class<?> type, List<@Nullable Object> values) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(component -> component.getType())
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void flaw(String path, String key, Object... args) {
    flaws.add(Flaw.of(path, key, args));
  }

  private static String at(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
