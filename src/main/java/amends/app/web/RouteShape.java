package amends.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;

/**
 * What of a route's path can be compared at a glance: how many words, and which of them are fixed.
 * A path that does not have this shape is not the route's; one that has it may be.
 *
 * @param words in their order; null for one that is a variable
 * @param whole whether no further words may follow
 */
record RouteShape(List<@Nullable String> words, boolean whole) {
  private static final Pattern FIXED = Pattern.compile("[\\w.-]+");

  /** Of a pattern as Spring MVC reads it. */
  static RouteShape of(String pattern) {
    List<@Nullable String> words = new ArrayList<>();
    for (String word : pattern.split("/", -1)) {
      if (word.contains("**") || word.startsWith("{*")) {
        return new RouteShape(words, false);
      }
      if (!word.isEmpty()) {
        words.add(FIXED.matcher(word).matches() ? word : null);
      }
    }
    return new RouteShape(words, true);
  }

  /** The words of a path that somebody asks for. */
  static List<String> words(PathContainer path) {
    List<String> words = new ArrayList<>();
    for (PathContainer.Element element : path.elements()) {
      if (element instanceof PathContainer.PathSegment segment) {
        words.add(segment.valueToMatch());
      }
    }
    return words;
  }

  boolean fits(List<String> asked) {
    if (whole ? asked.size() != words.size() : asked.size() < words.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word != null && !word.equals(asked.get(i))) {
        return false;
      }
    }
    return true;
  }
}
