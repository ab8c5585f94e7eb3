package amends.messages;

import amends.shared.KeyRing;
import amends.shared.Settings;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * Where providers tell us what became of a delivery: an address of its own for each, with a MAC, so
 * that nobody can tell of one that was not given to them.
 */
@Component
public final class Callbacks {
  private static final String PURPOSE = "delivery.receipt";
  private static final int MAC_BYTES = 11;

  private final KeyRing keys;
  private final Settings settings;

  Callbacks(KeyRing keys, Settings settings) {
    this.keys = keys;
    this.settings = settings;
  }

  public URI receipts(Medium medium, long connection, long delivery) {
    return URI.create(
        settings.baseUrl()
            + "/in/"
            + medium.code()
            + "/"
            + connection
            + "/receipts/"
            + mark(connection, delivery));
  }

  public URI replies(Medium medium, long connection) {
    return URI.create(settings.baseUrl() + "/in/" + medium.code() + "/" + connection + "/replies");
  }

  private String mark(long connection, long delivery) {
    byte[] mac = Arrays.copyOf(keys.mac(PURPOSE, data(connection, delivery)), MAC_BYTES);
    return delivery + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  /** The delivery that an address is about; empty when it is none of ours. */
  public OptionalLong delivery(long connection, String mark) {
    int dot = mark.indexOf('.');
    if (dot < 1 || dot > 18 || !mark.substring(0, dot).matches("\\d+")) {
      return OptionalLong.empty();
    }
    long delivery = Long.parseLong(mark.substring(0, dot));
    try {
      byte[] mac = Base64.getUrlDecoder().decode(mark.substring(dot + 1));
      return mac.length >= MAC_BYTES && keys.verify(PURPOSE, data(connection, delivery), mac)
          ? OptionalLong.of(delivery)
          : OptionalLong.empty();
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }

  private static byte[] data(long connection, long delivery) {
    return ByteBuffer.allocate(16).putLong(connection).putLong(delivery).array();
  }
}
