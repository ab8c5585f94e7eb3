package amends.messages.social;

import java.util.ArrayList;
import java.util.List;

/**
 * What a network calls something that was said, and whether everybody may read it: kept as what the
 * provider calls a message.
 *
 * @param names in the network's own order; none holds a space
 */
record Ref(boolean open, List<String> names) {
  static final Ref NONE = new Ref(false, List.of());

  Ref {
    names = List.copyOf(names);
  }

  static Ref of(boolean open, String... names) {
    return new Ref(open, List.of(names));
  }

  boolean isNone() {
    return names.isEmpty();
  }

  /** The name with this number; empty where there is none. */
  String name(int n) {
    return n < names.size() ? names.get(n) : "";
  }

  String written() {
    List<String> words = new ArrayList<>();
    words.add(open ? "open" : "direct");
    words.addAll(names);
    return String.join(" ", words);
  }

  /**
   * @param written with the number of the connection before it
   */
  static Ref read(String written, long connection) {
    List<String> words = List.of(written.split(" ", -1));
    return words.size() < 3 || !words.getFirst().equals(String.valueOf(connection))
        ? NONE
        : new Ref(words.get(1).equals("open"), words.subList(2, words.size()));
  }
}
