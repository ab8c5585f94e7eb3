package amends.testing;

import amends.shared.KeyRing;
import amends.shared.Locked;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
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

  @Override
  public byte[] lock(String purpose, byte[] plain) {
    byte[] nonce = new byte[Locked.NONCE];
    new SecureRandom().nextBytes(nonce);
    return Locked.lock(1, key(purpose), nonce, plain);
  }

  @Override
  public byte[] unlock(String purpose, byte[] locked) {
    return Locked.unlock(key(purpose), locked);
  }

  private byte[] key(String purpose) {
    return Arrays.copyOfRange(mac("lock " + purpose, new byte[0]), 1, 33);
  }
}
