package amends.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** A shape passes over no route that Spring MVC would take, and over most that it would not. */
class RouteShapeTest {
  private static final List<String> PATTERNS =
      List.of(
          "",
          "/",
          "/cases",
          "/cases/{id}",
          "/cases/new",
          "/cases/{id}/parts",
          "/cases/{id}/promises/{promise}/move",
          "/cases/{id:\\d+}/x",
          "/status.{form}",
          "/api/v1/open-api.json",
          "/assets/**",
          "/assets/{*rest}",
          "/a/*/b",
          "/a/b?",
          "/{any}/{thing}",
          "/**");

  private static final List<String> PATHS =
      List.of(
          "",
          "/",
          "/cases",
          "/cases/",
          "/cases/7",
          "/cases/7/",
          "/cases//7",
          "/cases/new",
          "/cases/new;a=b",
          "/c%61ses/7",
          "/cases/a%2Fb",
          "/Cases/7",
          "/cases/7/parts",
          "/cases/x/x",
          "/cases/7/x",
          "/cases/7/promises/8/move",
          "/cases/7/promises/8/moved",
          "/status.json",
          "/api/v1/open-api.json",
          "/assets",
          "/assets/",
          "/assets/css/a.css",
          "/a/c/b",
          "/a/bc");

  @Test
  void letsThroughWhateverAPatternMatches() {
    int matched = 0;
    for (String pattern : PATTERNS) {
      for (String path : PATHS) {
        PathContainer asked = PathContainer.parsePath(path);
        if (PathPatternParser.defaultInstance.parse(pattern).matches(asked)) {
          matched++;
          assertThat(fits(pattern, path)).as(pattern + " matches " + path).isTrue();
        }
      }
    }
    assertThat(matched).isGreaterThan(PATHS.size());
  }

  @Test
  void passesOverWhatHasOtherWordsOrMoreOrFewer() {
    assertThat(fits("/cases/{id}", "/cases/7")).isTrue();
    assertThat(fits("/cases/{id}", "/cases")).isFalse();
    assertThat(fits("/cases/{id}", "/cases/7/parts")).isFalse();
    assertThat(fits("/cases/{id}/parts", "/cases/7/owner")).isFalse();
    assertThat(fits("/customers/{id}", "/cases/7")).isFalse();
    assertThat(fits("/assets/**", "/cases/7")).isFalse();
  }

  private static boolean fits(String pattern, String path) {
    return RouteShape.of(pattern).fits(RouteShape.words(PathContainer.parsePath(path)));
  }
}
