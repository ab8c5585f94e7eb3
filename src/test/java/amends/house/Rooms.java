package amends.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rooms of the house from the cellar up, and what each says in its package that it may use. */
final class Rooms {
  static final String ROOT = "amends";
  static final String TOP = "app";

  /** In the order of dependency: a room may use those before it, never those behind it. */
  static final List<String> UPWARDS =
      List.of(
          "shared",
          "time",
          "journal",
          "staff",
          "customers",
          "goods",
          "messages",
          "promises",
          "honesty",
          "remedies",
          "cases",
          "complaints",
          "portal",
          TOP);

  private Rooms() {}

  static Set<String> below(String room) {
    return new TreeSet<>(UPWARDS.subList(0, UPWARDS.indexOf(room)));
  }

  /**
   * What the room declares, a door of a room ({@code shared :: page}) being that room; the
   * outermost declares nothing and may use everything.
   */
  static Set<String> mayUse(String room) {
    Path page = Sources.MAIN.resolve(ROOT + "/" + room + "/package-info.java");
    return room.equals(TOP)
        ? below(TOP)
        : Sources.javaText(page).literals().stream()
            .map(named -> named.replaceFirst("\\s*::.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
