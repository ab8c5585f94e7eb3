package amends.app.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Exports as the help desks' endpoints give them, small. */
final class ExportFiles {
  private ExportFiles() {}

  /** Two tickets of Mara's, one open, one solved; the words come first, the people last. */
  static Path zendesk(Path folder, String name, int base) {
    Path export = folder.resolve(name);
    write(
        export.resolve("a_ticket_" + (base + 1) + "_comments.json"),
        """
        {"comments":[
          {"id":%1$d1,"author_id":%1$d,"plain_body":"It leaks at the handle.","public":true,
           "created_at":"2026-09-01T08:00:00Z","html_body":"<p>It leaks</p>"},
          {"id":%1$d2,"author_id":11,"plain_body":"We send a new one.","public":true,
           "created_at":"2026-09-01T09:00:00Z"},
          {"id":%1$d3,"author_id":12,"plain_body":"Third one this week.","public":false,
           "created_at":"2026-09-01T09:30:00Z"}],"next_page":null,"count":3}
        """
            .formatted(base));
    write(
        export.resolve("b_tickets.json"),
        """
        {"tickets":[
          {"id":%1$d,"subject":"The kettle leaks","description":"It leaks at the handle.",
           "status":"open","requester_id":%3$d,"assignee_id":11,"via":{"channel":"web"},
           "created_at":"2026-09-01T08:00:00Z","updated_at":"2026-09-02T08:00:00Z","tags":[]},
          {"id":%2$d,"subject":"Lid missing","description":"No lid.","status":"solved",
           "requester_id":%3$d,"created_at":"2026-08-01T08:00:00Z",
           "updated_at":"2026-08-05T10:00:00Z"}],
         "after_cursor":null,"end_of_stream":true}
        """
            .formatted(base + 1, base + 2, base));
    write(
        export.resolve("c_users.json"),
        """
        {"users":[
          {"id":%1$d,"name":"Mara Voss","email":"mara%1$d@voss.example","role":"end-user",
           "locale":"de","iana_time_zone":"Europe/Vienna"},
          {"id":11,"name":"P. Nair","email":"priya.nair@fernhill.example","role":"agent"},
          {"id":12,"name":"Old Hand","email":"old@elsewhere.example","role":"admin"}],
         "next_page":null,"count":3,"end_time":1}
        """
            .formatted(base));
    return export;
  }

  static void write(Path file, String text) {
    writeBytes(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static void writeBytes(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
