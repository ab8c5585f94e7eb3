package amends.shared.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next hand it back as {@code cursor} for the page behind; null when there is none
 */
public record Items<T>(List<T> items, @Nullable String next) {
  public Items {
    items = List.copyOf(items);
  }
}
