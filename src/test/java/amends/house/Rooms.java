package amends.house;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.ApplicationModule;

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
          "cases",
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
    ApplicationModule declared = declaration(room);
    return room.equals(TOP)
        ? below(TOP)
        : Arrays.stream(declared.allowedDependencies())
            .map(named -> named.replaceFirst("\\s*::.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ApplicationModule declaration(String room) {
    try {
      return Class.forName(ROOT + "." + room + ".package-info")
          .getAnnotation(ApplicationModule.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("room " + room + " has no package-info", e);
    }
  }
}
