package amends.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What can be asked for by GET, from the table of routes that RoutesTest holds complete. */
final class PageRoutes {
  private PageRoutes() {}

  static Set<String> all() throws IOException {
    Set<String> routes = new TreeSet<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath:amends/app/security/routes/*.txt")) {
      file.getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("GET") || line.startsWith("ANY"))
          .forEach(line -> routes.add(line.split("\\s+")[1]));
    }
    return routes;
  }

  /** Whether a path is one of a route; a fixed word wins over a variable. */
  static boolean fits(String route, String path) {
    return Pattern.matches(pattern(route), path);
  }

  /** The routes that a path could be of, the one with the fewest variables. */
  static String of(Set<String> routes, String path) {
    return routes.stream()
        .filter(route -> fits(route, path))
        .min((a, b) ->
            Long.compare(
                a.chars().filter(c -> c == '{').count(), b.chars().filter(c -> c == '{').count()))
        .orElse("");
  }

  private static String pattern(String route) {
    return Arrays.stream(route.split("/", -1))
        .map(part -> part.startsWith("{") ? "[^/?#]+" : Pattern.quote(part))
        .reduce((a, b) -> a + "/" + b)
        .orElse("");
  }
}
