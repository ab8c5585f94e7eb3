package amends.shared.api;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of a record of the API, as reading, writing and describing all see them. */
record Shape(Class<?> type, List<Field> fields) {

  /**
   * One field.
   *
   * @param name as JSON says it
   * @param type of the value, or of the entries of a list
   * @param optional may be null, or be left out
   */
  record Field(String name, Class<?> type, boolean list, boolean optional, @Nullable Say say) {}

  static Shape of(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type + " is no record");
    }
    return new Shape(type, Arrays.stream(type.getRecordComponents()).map(Shape::field).toList());
  }

  private static Field field(RecordComponent component) {
    boolean list = List.class.isAssignableFrom(component.getType());
    return new Field(
        snake(component.getName()),
        list ? entry(component.getGenericType()) : component.getType(),
        list,
        isNullable(component.getAnnotatedType()),
        component.getAnnotation(Say.class));
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static Class<?> entry(Type generic) {
    if (generic instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] instanceof Class<?> entry) {
      return entry;
    }
    throw new IllegalArgumentException(generic + " does not say what is in the list");
  }

  static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /** The words that may stand in a field; none for any. */
  static List<String> words(Field field) {
    Say say = field.say();
    if (field.type().isEnum()) {
      return Arrays.stream(field.type().getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
          .toList();
    }
    return say == null ? List.of() : List.of(say.oneOf());
  }
}
