package amends.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request's body said; controllers name one as a parameter.
 *
 * @param names the fields that were there at all, so that a change tells "leave it" from "empty it"
 */
public record Sent<T>(T body, Set<String> names) {
  private static final String TYPE = Sent.class.getName();

  public Sent {
    names = Set.copyOf(names);
  }

  public boolean has(String name) {
    return names.contains(name);
  }

  static <T> Sent<T> read(HttpServletRequest request, Class<T> type) {
    String media = request.getContentType();
    if (media == null
        || !media.toLowerCase(Locale.ROOT).matches("application/([a-z-]+\\+)?json *(;.*)?")) {
      throw new ApiProblem(415, "media-type");
    }
    request.setAttribute(TYPE, type);
    JsonNode node = ApiJson.tree(Bytes.of(request));
    T body = Binder.read(node, type);
    return new Sent<>(body, Set.copyOf(node.propertyNames()));
  }

  /** What the API calls the field that a room has refused. */
  static String nameFor(String refused, HttpServletRequest request) {
    Class<?> type = (Class<?>) request.getAttribute(TYPE);
    String found = type == null ? null : nameIn(refused, type, "");
    return found == null ? Shape.snake(refused) : found;
  }

  private static @Nullable String nameIn(String refused, Class<?> type, String path) {
    for (Shape.Field field : Shape.of(type).fields()) {
      Say say = field.say();
      if (say != null && Arrays.asList(say.refusedAs()).contains(refused)) {
        return path + field.name();
      }
      if (field.type().isRecord() && !field.list()) {
        String inside = nameIn(refused, field.type(), path + field.name() + ".");
        if (inside != null) {
          return inside;
        }
      }
    }
    return null;
  }
}
