package amends.shared;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The form of a locked secret: the key's version, a nonce, AES-256-GCM. For key rings only. */
public final class Locked {
  /** Bytes of chance that each locking needs. */
  public static final int NONCE = 12;

  private static final int TAG_BITS = 128;

  private Locked() {}

  /**
   * @param version of the key, from 1 to 255
   * @param nonce fresh chance, never twice under one key
   */
  public static byte[] lock(int version, byte[] key, byte[] nonce, byte[] plain) {
    try {
      byte[] body = cipher(Cipher.ENCRYPT_MODE, key, nonce, (byte) version).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE + body.length)
          .put((byte) version)
          .put(nonce)
          .put(body)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES-GCM", e);
    }
  }

  public static int version(byte[] locked) {
    return locked.length == 0 ? 0 : locked[0] & 0xff;
  }

  /**
   * @throws IllegalArgumentException when it was changed or the key is another one
   */
  public static byte[] unlock(byte[] key, byte[] locked) {
    if (locked.length < 1 + NONCE) {
      throw new IllegalArgumentException("this was not locked by a key ring");
    }
    byte[] nonce = Arrays.copyOfRange(locked, 1, 1 + NONCE);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, locked[0])
          .doFinal(locked, 1 + NONCE, locked.length - 1 - NONCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this cannot be opened with the key ring", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte version)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {version});
    return cipher;
  }
}
