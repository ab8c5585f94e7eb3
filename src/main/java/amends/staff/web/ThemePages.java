package amends.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Light or dark; a cookie of this browser, no secret. */
@Controller
final class ThemePages {
  private static final List<String> THEMES = List.of("system", "light", "dark");

  @PostMapping("/theme")
  String choose(
      @RequestParam(defaultValue = "system") String theme,
      @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from,
      HttpServletRequest request,
      HttpServletResponse response) {
    ResponseCookie cookie =
        ResponseCookie.from("theme", THEMES.contains(theme) ? theme : "system")
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(Duration.ofDays(365))
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return "redirect:" + back(from);
  }

  /** Only the path of where one came from: never to another house. */
  private static String back(@Nullable String from) {
    try {
      URI came = URI.create(from == null ? "/" : from);
      String path = came.getRawPath();
      String query = came.getRawQuery() == null ? "" : "?" + came.getRawQuery();
      return path == null || !path.startsWith("/") || path.startsWith("//") ? "/" : path + query;
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}
