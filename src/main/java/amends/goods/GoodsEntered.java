package amends.goods;

import java.util.List;

/**
 * Orders or units that were not known before have come.
 *
 * @param kind order or unit
 */
public record GoodsEntered(String kind, List<Long> ids) {
  static GoodsEntered of(String kind, List<Entries> changes) {
    return new GoodsEntered(
        kind, changes.stream().filter(Entries::added).map(Entries::id).toList());
  }
}
