package amends.app.backup;

import java.util.List;

/**
 * What a backup holds; the last entry of its file, so that a broken-off one has none.
 *
 * @param format 1
 * @param takenAt in UTC, ISO 8601
 * @param migrations the versions that the schema had
 */
record Manifest(
    int format,
    String takenAt,
    List<String> migrations,
    List<Table> tables,
    List<Sequence> sequences) {
  static final int FORMAT = 1;

  /** One table: its columns in the order of its data. */
  record Table(String name, List<String> columns, long rows, String sha256) {
    String entry() {
      return "tables/" + name + ".copy";
    }

    String target() {
      return "\"" + name + "\" (\"" + String.join("\", \"", columns) + "\")";
    }
  }

  /** Where a sequence stood. */
  record Sequence(String name, long lastValue, boolean called) {}

  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
