package amends.goods;

import amends.shared.Refusal;
import amends.shared.Upserted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A list of sheets on its way in: which are taken, and what became of each, in their order. */
final class Bulk<T> {
  private final List<T> sheets;
  private final Function<T, String> key;
  private final @Nullable Refusal[] refusals;

  private Bulk(List<T> sheets, Function<T, String> key) {
    this.sheets = sheets;
    this.key = key;
    this.refusals = new Refusal[sheets.size()];
  }

  /** In one list the last word on a key counts; the ones before it are refused. */
  static <T> Bulk<T> of(List<T> sheets, Function<T, String> key) {
    Bulk<T> bulk = new Bulk<>(sheets, key);
    Set<String> later = new HashSet<>();
    for (int i = sheets.size() - 1; i >= 0; i--) {
      if (!later.add(key.apply(sheets.get(i)))) {
        bulk.refusals[i] = new Refusal("", "goods.refuse.again");
      }
    }
    return bulk;
  }

  /** Refuses what the check refuses. */
  void check(Consumer<T> check) {
    for (int i = 0; i < sheets.size(); i++) {
      if (refusals[i] == null) {
        try {
          check.accept(sheets.get(i));
        } catch (Refusal refusal) {
          refusals[i] = refusal;
        }
      }
    }
  }

  void refuse(Predicate<T> which, Function<T, Refusal> why) {
    check(sheet -> {
      if (which.test(sheet)) {
        throw why.apply(sheet);
      }
    });
  }

  /** Those not refused, in the order of keys: two lists lock rows in the same order. */
  List<T> taken() {
    Map<String, T> taken = new TreeMap<>();
    for (int i = 0; i < sheets.size(); i++) {
      if (refusals[i] == null) {
        taken.put(key.apply(sheets.get(i)), sheets.get(i));
      }
    }
    return new ArrayList<>(taken.values());
  }

  /**
   * @param ids of all that were taken, by key
   * @param changes those that were new or different
   */
  List<Upserted> told(Map<String, Long> ids, List<Entries> changes) {
    Map<Long, Upserted.What> what = new HashMap<>();
    changes.forEach(
        c -> what.put(c.id(), c.added() ? Upserted.What.CREATED : Upserted.What.UPDATED));
    List<Upserted> all = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      Refusal refusal = refusals[i];
      if (refusal == null) {
        long id = Objects.requireNonNull(ids.get(key.apply(sheets.get(i))));
        all.add(new Upserted(what.getOrDefault(id, Upserted.What.UNCHANGED), id, null));
      } else {
        all.add(new Upserted(Upserted.What.REFUSED, null, refusal));
      }
    }
    return all;
  }
}
