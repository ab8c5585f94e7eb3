package amends.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Headers of every reply. They are written last and only where a controller has set none of its
 * own, so that the frame around a stranger's HTML can be stricter still.
 */
final class SafeHeaders implements HeaderWriter {
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "font-src 'self'",
          "connect-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
          "frame-src 'self'",
          "worker-src 'self'",
          "manifest-src 'self'");

  private final Map<String, String> headers = new LinkedHashMap<>();

  /** The same, for a page that these sites may show in a frame; none of them: nobody may. */
  SafeHeaders framedBy(List<String> origins) {
    if (!origins.isEmpty()) {
      headers.remove("X-Frame-Options");
      headers.put(
          "Content-Security-Policy",
          POLICY.replace(
              "frame-ancestors 'none'", "frame-ancestors 'self' " + String.join(" ", origins)));
    }
    return this;
  }

  SafeHeaders(boolean https) {
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "same-origin");
    headers.put(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Cache-Control", "no-store");
    if (https) {
      headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    headers.forEach((name, value) -> {
      if (!response.containsHeader(name)) {
        response.setHeader(name, value);
      }
    });
  }
}
