package amends.messages.web;

import amends.messages.ReadMail;
import amends.messages.StoredMail;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What came with held mail, read anew from its stored bytes. */
@Controller
final class HeldFiles {
  private final StoredMail stored;
  private final HeldDoor door;

  HeldFiles(StoredMail stored, HeldDoor door) {
    this.stored = stored;
    this.door = door;
  }

  @GetMapping("/held/{id}/html")
  ResponseEntity<byte[]> html(Viewer viewer, @PathVariable long id) {
    String html = stored.read(inbound(viewer, id)).html();
    if (html == null) {
      throw new NotFound(Subject.of("held", id));
    }
    return Served.frame(html);
  }

  @GetMapping("/held/{id}/raw")
  ResponseEntity<byte[]> raw(Viewer viewer, @PathVariable long id) {
    return Served.file("held-" + id + ".eml", "message/rfc822", stored.raw(inbound(viewer, id)));
  }

  @GetMapping("/held/{id}/files/{number}")
  ResponseEntity<byte[]> file(Viewer viewer, @PathVariable long id, @PathVariable int number) {
    List<ReadMail.Attachment> files = stored.read(inbound(viewer, id)).attachments();
    if (number < 0 || number >= files.size()) {
      throw new NotFound(Subject.of("held", id));
    }
    ReadMail.Attachment file = files.get(number);
    return Served.file(file.name(), file.type(), file.bytes().get());
  }

  private long inbound(Viewer viewer, long id) {
    return door.require(viewer, id).inboundId();
  }
}
