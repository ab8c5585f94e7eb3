package amends.app.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** How one help desk's export, or one kind of list, is to be read. */
interface HelpDesk {
  /** As typed on the command line. */
  String name();

  /** As noted with what was brought. */
  default String code() {
    return name();
  }

  /** How the names of its files end. */
  default Set<String> endings() {
    return Set.of("json", "jsonl", "ndjson");
  }

  /** Streams the records of a file. */
  default void each(Path file, Consumer<Found> to) {
    new JsonExport(JsonMapper.shared()).each(file, to);
  }

  /**
   * What a record says; a ticket may hold its words. Empty for what is of no use by itself, such as
   * a list of groups.
   *
   * @throws Unmapped when it should say something and cannot be understood
   */
  List<Read> read(Found found);
}
