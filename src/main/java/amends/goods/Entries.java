package amends.goods;

import amends.journal.Entry;
import amends.shared.Actor;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What an upsert did, for the journal: a row that was there already and is equal is no change. */
record Entries(long id, boolean added) {
  static Entries read(ResultSet rs, int n) throws SQLException {
    return new Entries(rs.getLong("id"), rs.getBoolean("added"));
  }

  static List<Entry> tell(String kind, Collection<Entries> changes, Actor by) {
    return changes.stream()
        .map(change ->
            new Entry(
                kind + (change.added() ? ".entered" : ".changed"),
                Subject.of(kind, change.id()),
                by))
        .toList();
  }

  /** The last word on each key, in the order of keys: two imports lock rows in the same order. */
  static <T> List<T> lastWords(List<T> sheets, Function<T, String> key) {
    LinkedHashMap<String, T> last = new LinkedHashMap<>();
    sheets.forEach(sheet -> last.put(key.apply(sheet), sheet));
    return last.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(java.util.Map.Entry::getValue)
        .toList();
  }
}
