package amends.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app on a phone, written from RFC 6238 and not from our own code. */
public final class Authenticator {
  private final String key;
  private final InstantSource clock;

  public Authenticator(String key, InstantSource clock) {
    this.key = key.replace(" ", "");
    this.clock = clock;
  }

  public String spaced() {
    return key.replaceAll("(.{4})(?!$)", "$1 ");
  }

  public byte[] secret() {
    ByteBuffer bytes = ByteBuffer.allocate(key.length() * 5 / 8);
    long bits = 0;
    int many = 0;
    for (char c : key.toCharArray()) {
      bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
      many += 5;
      if (many >= 8) {
        many -= 8;
        bytes.put((byte) (bits >> many));
      }
    }
    return bytes.array();
  }

  public String code() {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret(), "RAW"));
      long step = clock.instant().getEpochSecond() / 30;
      byte[] h = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int from = h[19] & 15;
      int number =
          (h[from] & 127) << 24
              | (h[from + 1] & 255) << 16
              | (h[from + 2] & 255) << 8
              | h[from + 3] & 255;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Six digits that do not fit now. */
  public String wrong() {
    return String.format(Locale.ROOT, "%06d", (Integer.parseInt(code()) + 500_000) % 1_000_000);
  }
}
