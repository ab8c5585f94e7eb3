package amends.shared.api;

import amends.shared.api.ApiProblem.Flaw;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a list is asked for from the query string; what is not declared is refused. */
@Component
final class Queries {
  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";

  private final Cursors cursors;

  Queries(Cursors cursors) {
    this.cursors = cursors;
  }

  <F> Asked<F> read(HttpServletRequest request, Class<F> filters) {
    List<Flaw> flaws = new ArrayList<>();
    Map<String, String> given = new TreeMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (values.length > 1) {
            flaws.add(Flaw.of(name, "shared.api.flaw.twice"));
          }
          given.put(name, values[0]);
        });
    String limit = given.remove(LIMIT);
    String cursor = given.remove(CURSOR);
    Cursors.Binding binding = cursors.bind(request.getRequestURI() + "?" + given);
    int rows = limit(limit, flaws);
    Place after = cursor == null ? null : binding.read(cursor).orElse(null);
    if (cursor != null && after == null) {
      flaws.add(Flaw.of(CURSOR, "shared.api.flaw.cursor"));
    }
    if (!flaws.isEmpty()) {
      throw ApiProblem.invalid(flaws);
    }
    return new Asked<>(Binder.readText(ApiJson.tree(given), filters), rows, after, binding);
  }

  /** A route without filters takes no query at all. */
  static void refuseAny(HttpServletRequest request) {
    if (request.getQueryString() == null) {
      return;
    }
    List<Flaw> flaws =
        request.getParameterMap().keySet().stream()
            .map(name -> Flaw.of(name, "shared.api.flaw.unknown"))
            .toList();
    if (!flaws.isEmpty()) {
      throw ApiProblem.invalid(flaws);
    }
  }

  private static int limit(@Nullable String limit, List<Flaw> flaws) {
    if (limit == null) {
      return Asked.DEFAULT;
    }
    boolean number = limit.matches("\\d{1,4}");
    if (!number || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > Asked.MOST) {
      flaws.add(Flaw.of(LIMIT, "shared.api.flaw.limit", Asked.MOST));
      return Asked.DEFAULT;
    }
    return Integer.parseInt(limit);
  }
}
