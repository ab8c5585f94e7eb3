package amends.messages.email;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * S/MIME's opaque form (RFC 8551): the words lie within the signature, readable to everybody. We
 * read them and check nothing; who signed stays unproven.
 */
final class OpaqueSignature {
  /** 1.2.840.113549.1.7.2, signed data. */
  private static final byte[] SIGNED = {
    0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 2
  };

  /** 1.2.840.113549.1.7.1, data. */
  private static final byte[] DATA = {
    0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 1
  };

  private static final int DEEPEST = 12;
  private final byte[] der;

  private OpaqueSignature(byte[] der) {
    this.der = der;
  }

  static boolean is(Part part) {
    boolean wrapped =
        part.mimeType().equals("application/pkcs7-mime")
            || part.mimeType().equals("application/x-pkcs7-mime");
    return wrapped && find(part.bytes(), SIGNED, 64) > 0;
  }

  /** The message within; null where there is none to be found. */
  static byte @Nullable [] content(byte[] der) {
    int at = find(der, DATA, 512);
    if (at < 0) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OpaqueSignature signature = new OpaqueSignature(der);
    int explicit = at + DATA.length;
    if (explicit >= der.length || (der[explicit] & 0xFF) != 0xA0) {
      return null;
    }
    signature.strings(signature.value(explicit), signature.end(explicit), out, 0);
    return out.size() == 0 ? null : out.toByteArray();
  }

  /** Collects octet strings, whole or in pieces. */
  private int strings(int from, int to, ByteArrayOutputStream out, int depth) {
    int at = from;
    while (at + 1 < to && depth < DEEPEST) {
      int tag = der[at] & 0xFF;
      if (tag == 0 && der[at + 1] == 0) {
        return at + 2;
      }
      int value = value(at);
      int end = Math.min(end(at), to);
      if (value < 0 || value > to) {
        return to;
      }
      if ((tag & 0x20) != 0) {
        int after = strings(value, indefinite(at) ? to : end, out, depth + 1);
        at = indefinite(at) ? after : end;
      } else {
        if (tag == 0x04 && end > value) {
          out.write(der, value, end - value);
        }
        at = end;
      }
      if (at <= value - 1) {
        return to;
      }
    }
    return at;
  }

  private boolean indefinite(int at) {
    return at + 1 < der.length && (der[at + 1] & 0xFF) == 0x80;
  }

  private int value(int at) {
    if (at + 1 >= der.length) {
      return -1;
    }
    int first = der[at + 1] & 0xFF;
    return first <= 0x80 ? at + 2 : at + 2 + (first & 0x7F);
  }

  private int end(int at) {
    int value = value(at);
    if (value < 0 || indefinite(at)) {
      return der.length;
    }
    int first = der[at + 1] & 0xFF;
    long length = first < 0x80 ? first : 0;
    for (int i = at + 2; first > 0x80 && i < value && i < der.length; i++) {
      length = Math.min(length << 8 | der[i] & 0xFF, Integer.MAX_VALUE);
    }
    return (int) Math.min(der.length, value + length);
  }

  private static int find(byte[] in, byte[] wanted, int within) {
    for (int i = 0; i + wanted.length <= in.length && i < within; i++) {
      if (Arrays.equals(in, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
