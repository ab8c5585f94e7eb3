package amends.messages.web;

import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.StoredFile;
import amends.messages.StoredMail;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What came with a message: its HTML for a frame, its raw bytes, its attachments. */
@Controller
final class MessageFiles {
  private final Messages messages;
  private final StoredMail stored;
  private final Guard guard;

  MessageFiles(Messages messages, StoredMail stored, Guard guard) {
    this.messages = messages;
    this.stored = stored;
    this.guard = guard;
  }

  @GetMapping("/messages/{id}/html")
  ResponseEntity<byte[]> html(Viewer viewer, @PathVariable long id) {
    Message message = readable(viewer, id);
    return Served.frame(stored.html(message.id()).orElseThrow(() -> missing(id)));
  }

  @GetMapping("/messages/{id}/raw")
  ResponseEntity<byte[]> raw(Viewer viewer, @PathVariable long id) {
    Long inboundId = readable(viewer, id).inboundId();
    if (inboundId == null) {
      throw missing(id);
    }
    return Served.file("message-" + id + ".eml", "message/rfc822", stored.raw(inboundId));
  }

  @GetMapping("/attachments/{link}")
  ResponseEntity<byte[]> attachment(Viewer viewer, @PathVariable String link) {
    Subject what = Subject.of("attachment", 0);
    StoredFile file = stored.attachment(link).orElseThrow(() -> new NotFound(what));
    guard.require(viewer, file.about(), what);
    return Served.file(file.name(), file.type(), file.content());
  }

  private Message readable(Viewer viewer, long id) {
    Message message = messages.message(id).orElseThrow(() -> missing(id));
    guard.require(viewer, message.about(), Subject.of("message", id));
    return message;
  }

  private static NotFound missing(long id) {
    return new NotFound(Subject.of("message", id));
  }
}
