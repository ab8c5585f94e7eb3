package amends.shared.net;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures as Standard Webhooks describes them: HMAC-SHA256 of {@code id.seconds.payload}. */
public final class Signature {
  public static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";

  private Signature() {}

  public static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HMAC-SHA256", e);
    }
  }

  public static byte[] of(byte[] key, String id, long seconds, byte[] payload) {
    return hmac(key, (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8), payload);
  }

  /** One signature for each key, the newest first. */
  public static String header(List<byte[]> keys, String id, long seconds, byte[] payload) {
    return keys.stream()
        .map(key -> VERSION + Base64.getEncoder().encodeToString(of(key, id, seconds, payload)))
        .collect(Collectors.joining(" "));
  }

  /** Whether one of the signatures that came is this key's. */
  public static boolean isBy(byte[] key, String id, long seconds, byte[] payload, String header) {
    byte[] right = of(key, id, seconds, payload);
    boolean found = false;
    for (String one : header.split(" ", -1)) {
      if (one.startsWith(VERSION)) {
        found |= isSame(right, decoded(one.substring(VERSION.length())));
      }
    }
    return found;
  }

  public static boolean isSame(byte[] right, byte[] came) {
    return MessageDigest.isEqual(right, came);
  }

  /** Empty when it is not Base64: then it is nobody's signature. */
  public static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  public static String words(byte[] key) {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }
}
