package amends.app.bench;

import java.util.List;

/**
 * Rows of one table that two runs must leave alike.
 *
 * @param from the table as {@code t}, joined to what its key stands in
 * @param key what grows from row to row
 * @param aside columns that differ by their nature, such as hashes of ids
 */
record Table(String name, String from, String key, List<String> aside) {
  static Table of(String name, String... aside) {
    return new Table(name, name + " t", "t.id", List.of(aside));
  }

  /** Rows without a number of their own are found through those that refer to them. */
  static Table beside(String name, String from, String key, String... aside) {
    return new Table(name, from, key, List.of(aside));
  }

  String fill(String statement) {
    return statement.replace("{from}", from).replace("{key}", key);
  }
}
