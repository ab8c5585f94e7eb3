package amends.testing;

import amends.shared.KeyRing;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key ring of one known key. */
final class TestKeyRing implements KeyRing {
  @Override
  public byte[] mac(String purpose, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(("test key " + purpose).getBytes(), "HmacSHA256"));
      byte[] digest = mac.doFinal(data);
      byte[] versioned = new byte[digest.length + 1];
      versioned[0] = 1;
      System.arraycopy(digest, 0, versioned, 1, digest.length);
      return versioned;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean verify(String purpose, byte[] data, byte[] given) {
    return given.length >= 11
        && MessageDigest.isEqual(Arrays.copyOf(mac(purpose, data), given.length), given);
  }
}
