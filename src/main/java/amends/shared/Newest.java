package amends.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A page of those rows that somebody may see, where that is not for the database to say. */
public final class Newest {
  private Newest() {}

  /** Reads rows, the newest first. */
  public interface Reading<T> {
    /**
     * @param before only those with a lower number; null for all
     */
    List<T> read(@Nullable Long before, int most);
  }

  /** The newest first; fewer than {@code most} only when there are no more. */
  public static <T> List<T> of(
      @Nullable Long before, int most, Reading<T> rows, Predicate<T> mine, ToLongFunction<T> id) {
    List<T> found = new ArrayList<>();
    Long from = before;
    List<T> page;
    do {
      page = rows.read(from, most);
      page.stream().filter(mine).limit(most - found.size()).forEach(found::add);
      from = page.isEmpty() ? from : Long.valueOf(id.applyAsLong(page.getLast()));
    } while (page.size() == most && found.size() < most);
    return found;
  }
}
