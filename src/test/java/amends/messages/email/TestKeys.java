package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import amends.shared.KeyRing;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key ring in memory whose keys are their version numbers. */
final class TestKeys implements KeyRing {
  private int newest = 1;
  private int oldest = 1;

  void rotate() {
    newest++;
  }

  void forget() {
    oldest = newest;
  }

  @Override
  public byte[] mac(String purpose, byte[] data) {
    return mac(newest, purpose, data);
  }

  @Override
  public boolean verify(String purpose, byte[] data, byte[] mac) {
    if (mac.length < 11 || mac[0] < oldest || mac[0] > newest) {
      return false;
    }
    return MessageDigest.isEqual(mac, Arrays.copyOf(mac(mac[0], purpose, data), mac.length));
  }

  private static byte[] mac(int version, String purpose, byte[] data) {
    try {
      Mac hmac = Mac.getInstance("HmacSHA256");
      hmac.init(new SecretKeySpec(new byte[] {(byte) version, 42}, "HmacSHA256"));
      hmac.update(purpose.getBytes(UTF_8));
      hmac.update((byte) 0);
      byte[] tag = hmac.doFinal(data);
      byte[] mac = new byte[tag.length + 1];
      mac[0] = (byte) version;
      System.arraycopy(tag, 0, mac, 1, tag.length);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] lock(String purpose, byte[] plain) {
    return plain.clone();
  }

  @Override
  public byte[] unlock(String purpose, byte[] locked) {
    return locked.clone();
  }
}
