package amends.portal.web;

import amends.messages.StoredFile;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as a download, never shown as a page of ours. */
final class Download {
  private Download() {}

  static ResponseEntity<byte[]> of(StoredFile file) {
    ContentDisposition disposition =
        ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type()))
        .header("Content-Disposition", disposition.toString())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .body(file.content());
  }
}
