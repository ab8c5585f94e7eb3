package amends.shared;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which kinds of rows there are about something. Of most kinds there are none: whoever only reads
 * asks this once, by the index of each, and then only for what there is; a statement that finds
 * nothing costs as much on its way as one that finds something. Acts that may write ask for
 * everything.
 */
public final class Inventory<E extends Enum<E>> {
  private final JdbcClient sql;
  private final Class<E> kinds;
  private final String each;
  private final ReadMemory<Map<String, ?>, Set<E>> known = new ReadMemory<>();

  /**
   * @param rows for each kind the statement whose rows make it worth asking for, {@code select from
   *     … where …}: never fewer than are asked for then
   */
  public Inventory(JdbcClient sql, Class<E> kinds, Map<E, String> rows) {
    this.sql = sql;
    this.kinds = kinds;
    this.each =
        rows.entrySet().stream()
            .map(kind -> "exists (" + kind.getValue() + ") as " + column(kind.getKey()))
            .collect(Collectors.joining(", ", "select ", ""));
  }

  /** What is asked for, where there may be any of these kinds; nothing else. */
  public <T> List<T> list(Map<String, ?> about, Set<E> kinds, Supplier<List<T>> ask) {
    return any(about, kinds) ? ask.get() : List.of();
  }

  /** Whether there may be any of these kinds. */
  public boolean any(Map<String, ?> about, Set<E> kinds) {
    return !ReadMemory.remembers() || !Collections.disjoint(known.of(about, this::there), kinds);
  }

  private Set<E> there(Map<String, ?> about) {
    return sql.sql(each)
        .params(about)
        .query((rs, n) -> {
          Set<E> there = EnumSet.noneOf(kinds);
          for (E kind : kinds.getEnumConstants()) {
            if (rs.getBoolean(column(kind))) {
              there.add(kind);
            }
          }
          return there;
        })
        .single();
  }

  private static String column(Enum<?> kind) {
    return "any_" + kind.name().toLowerCase(Locale.ROOT);
  }
}
