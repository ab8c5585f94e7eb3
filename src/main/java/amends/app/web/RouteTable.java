package amends.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The routes, asked only where their paths begin with the same word. Spring MVC asks every route
 * with a variable in its path, hundreds of them for each request: a twentieth of what a page costs.
 */
final class RouteTable extends RequestMappingHandlerMapping {
  private static final String ANY = "";
  private static final ScopedValue<String> ASKED = ScopedValue.newInstance();

  private final Map<RequestMappingInfo, Set<String>> firstWords = new ConcurrentHashMap<>();

  @Override
  protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request)
      throws Exception {
    String first = firstWord(ServletRequestPathUtils.getParsedRequestPath(request));
    return ScopedValue.where(ASKED, first).call(() -> super.getHandlerInternal(request));
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo info, HttpServletRequest request) {
    if (ASKED.isBound()) {
      Set<String> begins = firstWords.computeIfAbsent(info, RouteTable::firstWords);
      if (!begins.contains(ASKED.get()) && !begins.contains(ANY)) {
        return null;
      }
    }
    return super.getMatchingMapping(info, request);
  }

  private static String firstWord(PathContainer path) {
    return path.elements().stream()
        .filter(PathContainer.PathSegment.class::isInstance)
        .map(element -> ((PathContainer.PathSegment) element).valueToMatch())
        .findFirst()
        .orElse(ANY);
  }

  /** Where the word is a variable, any request may be meant. */
  private static Set<String> firstWords(RequestMappingInfo info) {
    return info.getPatternValues().stream()
        .map(pattern -> pattern.split("/", -1))
        .map(parts -> parts.length < 2 || !parts[1].matches("[\\w.-]+") ? ANY : parts[1])
        .collect(Collectors.toUnmodifiableSet());
  }
}
