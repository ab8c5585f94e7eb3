package amends.cases.live;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one page is told at once: ids only, it fetches what it may see.
 *
 * @param seal read up to here; where to go on after a break
 * @param cases something happened in these
 * @param presence somebody came to these, went, or began to write
 * @param held something happened to held mail
 * @param moved some case changed hands; whether one that was seen is out of sight now, only a new
 *     look tells
 * @param all too much to name: look at everything anew
 * @param broadcasts these have come further
 */
record Told(
    long seal,
    Set<Long> cases,
    Set<Long> presence,
    boolean held,
    boolean moved,
    boolean all,
    Set<Long> broadcasts) {

  boolean isNothing() {
    return cases.isEmpty() && presence.isEmpty() && broadcasts.isEmpty() && !held && !moved && !all;
  }

  /** One event of the stream, as the standard has it. */
  String asEvent() {
    String data =
        "{\"cases\":%s,\"presence\":%s,\"held\":%s,\"moved\":%s,\"all\":%s,\"broadcasts\":%s}"
            .formatted(list(cases), list(presence), held, moved, all, list(broadcasts));
    return "id: " + seal + "\ndata: " + data + "\n\n";
  }

  private static String list(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
