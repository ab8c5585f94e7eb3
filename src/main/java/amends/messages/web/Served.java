package amends.messages.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that carry what strangers sent: never run, never shown as a page of ours. */
final class Served {
  private static final String ALONE = "sandbox; default-src 'none'";
  private static final String FRAMED =
      "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'self'";

  private Served() {}

  /** As a download, under the name that it came with and a type of our own list. */
  static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
    ContentDisposition disposition =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header("Content-Disposition", disposition.toString())
        .header("Content-Security-Policy", ALONE)
        .header("X-Content-Type-Options", "nosniff")
        .body(content);
  }

  /** Sanitised HTML for a sandboxed frame. */
  static ResponseEntity<byte[]> frame(String html) {
    String page =
        "<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light\">"
            + "</head><body>"
            + html
            + "</body></html>";
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", FRAMED)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "SAMEORIGIN")
        .header("Referrer-Policy", "no-referrer")
        .body(page.getBytes(StandardCharsets.UTF_8));
  }
}
