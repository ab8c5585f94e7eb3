package amends.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What can be asked for by GET, from the table of routes that RoutesTest holds complete. */
final class PageRoutes {
  private final List<Route> routes;

  /** One, and what its paths look like. */
  private record Route(String words, long variables, Pattern paths) {
    static Route of(String words) {
      String paths =
          Arrays.stream(words.split("/", -1))
              .map(part -> part.startsWith("{") ? "[^/?#]+" : Pattern.quote(part))
              .reduce((a, b) -> a + "/" + b)
              .orElse("");
      long variables = words.chars().filter(c -> c == '{').count();
      return new Route(words, variables, Pattern.compile(paths));
    }
  }

  /** A fixed word wins over a variable. */
  PageRoutes(Set<String> routes) {
    this.routes =
        new TreeSet<>(routes)
            .stream().map(Route::of).sorted(Comparator.comparingLong(Route::variables)).toList();
  }

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

  /** The route of a path, the one with the fewest variables; empty when it is of none. */
  String of(String path) {
    return routes.stream()
        .filter(route -> route.paths().matcher(path).matches())
        .map(Route::words)
        .findFirst()
        .orElse("");
  }
}
