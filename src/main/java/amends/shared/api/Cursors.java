package amends.shared.api;

import amends.shared.KeyRing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signed places in a list. A cursor is good for the list and the filters that it came from, so that
 * nobody goes on in a list that they were not asked for.
 */
@Component
public final class Cursors {
  private static final String PURPOSE = "api.cursor";
  private static final int MAC = 13;

  private final KeyRing keys;

  Cursors(KeyRing keys) {
    this.keys = keys;
  }

  Binding bind(String list) {
    return new Binding(keys, list);
  }

  /** A list with its filters. */
  public static final class Binding {
    private final KeyRing keys;
    private final String list;

    private Binding(KeyRing keys, String list) {
      this.keys = keys;
      this.list = list;
    }

    String sign(Place place) {
      Instant at = place.at();
      String words = place.part() + "|" + (at == null ? "" : at.toString()) + "|" + place.id();
      byte[] said = words.getBytes(StandardCharsets.UTF_8);
      byte[] mac = Arrays.copyOf(keys.mac(PURPOSE, bound(said)), MAC);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(ByteBuffer.allocate(MAC + said.length).put(mac).put(said).array());
    }

    /** Empty when it was not signed here, or for another list. */
    Optional<Place> read(String cursor) {
      byte[] bytes = decoded(cursor);
      if (bytes == null || bytes.length <= MAC) {
        return Optional.empty();
      }
      byte[] mac = Arrays.copyOf(bytes, MAC);
      byte[] said = Arrays.copyOfRange(bytes, MAC, bytes.length);
      if (!keys.verify(PURPOSE, bound(said), mac)) {
        return Optional.empty();
      }
      String[] parts = new String(said, StandardCharsets.UTF_8).split("\\|", -1);
      Instant at = parts[1].isEmpty() ? null : Instant.parse(parts[1]);
      return Optional.of(new Place(parts[0], at, Long.parseLong(parts[2])));
    }

    private byte[] bound(byte[] said) {
      byte[] name = (list + "\n").getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.allocate(name.length + said.length).put(name).put(said).array();
    }

    private static byte @Nullable [] decoded(String cursor) {
      try {
        return Base64.getUrlDecoder().decode(cursor);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  }
}
