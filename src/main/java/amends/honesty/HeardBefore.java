package amends.honesty;

import amends.honesty.Listening.Heard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was heard in letters that somebody reads again: a case is opened, and shown anew with each
 * change, many times while it is worked on, and listening took an eighth of its page. The same
 * words are always heard in the same way while a program runs. Of the letters themselves nothing is
 * kept but the words that were marked, and of those that were read longest ago nothing at all.
 */
final class HeardBefore {
  private static final int MOST = 2_000;
  private static final float FULL = 0.75f;

  private final Map<String, Heard> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, FULL, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Heard> eldest) {
              return size() > MOST;
            }
          });

  Heard of(String text, Function<String, Heard> listen) {
    String name = name(text);
    Heard before = known.get(name);
    if (before == null) {
      before = listen.apply(text);
      known.put(name, before);
    }
    return before;
  }

  int size() {
    return known.size();
  }

  private static String name(String text) {
    try {
      byte[] words = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
