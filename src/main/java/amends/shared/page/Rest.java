package amends.shared.page;

import org.jspecify.annotations.Nullable;

/**
 * Keyset paging: where the list goes on.
 *
 * @param first link to the first page; null when this is it
 * @param next link to the next page; null at the end
 * @param words of the link to the next page: "Show the next 50"
 */
public record Rest(@Nullable String first, @Nullable String next, String words) {
  public static final Rest NOTHING = new Rest(null, null, "");
}
