package amends.messages.email;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Message identifiers with their brackets, from fields that often hold other words too. */
final class MessageIds {
  private static final int MOST = 200;
  private static final int LONGEST = 500;

  private MessageIds() {}

  static List<String> read(Iterable<String> fields) {
    List<String> ids = new ArrayList<>();
    for (String field : fields) {
      read(field, ids);
    }
    // The newest are the useful ones.
    return List.copyOf(ids.subList(Math.max(0, ids.size() - MOST), ids.size()));
  }

  static @Nullable String first(List<String> fields) {
    List<String> ids = read(fields);
    return ids.isEmpty() ? null : ids.getFirst();
  }

  private static void read(String field, List<String> ids) {
    if (field.indexOf('<') < 0) {
      for (String word : field.split(" ", 500)) {
        if (word.indexOf('@') > 0) {
          add(word, ids);
        }
      }
      return;
    }
    int open = field.indexOf('<');
    while (open >= 0) {
      int close = field.indexOf('>', open);
      if (close < 0) {
        return;
      }
      add(field.substring(open + 1, close), ids);
      open = field.indexOf('<', close);
    }
  }

  private static void add(String id, List<String> ids) {
    String tight = id.replace(" ", "").replace("<", "");
    if (!tight.isEmpty()
        && tight.length() <= LONGEST
        && (ids.isEmpty() || !ids.getLast().equals("<" + tight + ">"))) {
      ids.add("<" + tight + ">");
    }
  }
}
