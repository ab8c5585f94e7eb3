package amends.shared.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list was asked for: its filters, how many, and behind which place. Controllers name one as
 * a parameter, read one more than {@link #most} says and hand the rows to {@link #page}.
 *
 * @param limit rows of a page, 1 to 200
 * @param after the place of the last row of the page before; null for the first page
 */
public record Asked<F>(F filters, int limit, @Nullable Place after, Cursors.Binding binding) {
  static final int DEFAULT = 50;
  static final int MOST = 200;

  /** One more than a page, to see whether there is another. */
  public int most() {
    return limit + 1;
  }

  /** The number after which to go on; 0 for the first page. */
  public long afterId() {
    return after == null ? 0 : after.id();
  }

  /** The page of these rows; {@code place} says where a row stands in the list's order. */
  public <R, T> Items<T> page(
      List<R> rows, Function<? super R, Place> place, Function<? super R, T> shown) {
    return pageOf(rows, place, all -> all.stream().<T>map(shown).toList());
  }

  /** The same for rows that are shown together. */
  public <R, T> Items<T> pageOf(
      List<R> rows, Function<? super R, Place> place, Function<List<R>, List<T>> shown) {
    boolean more = rows.size() > limit;
    List<R> here = more ? rows.subList(0, limit) : rows;
    String next = more ? binding.sign(place.apply(here.getLast())) : null;
    return new Items<>(shown.apply(here), next);
  }
}
