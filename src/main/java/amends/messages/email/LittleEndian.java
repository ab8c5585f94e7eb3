package amends.messages.email;

import java.util.Arrays;

/** Reads numbers with their lowest byte first; beyond the end there is nothing but zeroes. */
final class LittleEndian {
  private final byte[] bytes;
  private int at;

  LittleEndian(byte[] bytes) {
    this.bytes = bytes;
  }

  int left() {
    return bytes.length - at;
  }

  int int1() {
    return at < bytes.length ? bytes[at++] & 0xFF : 0;
  }

  int int2() {
    return int1() | int1() << 8;
  }

  int int4() {
    return int2() | int2() << 16;
  }

  /** At most as many as there are; none for a negative length. */
  byte[] bytes(int length) {
    int end = Math.min(bytes.length, at + Math.clamp(length, 0, bytes.length - at));
    byte[] piece = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return piece;
  }

  void skip(int count) {
    at = Math.min(bytes.length, at + Math.clamp(count, 0, bytes.length - at));
  }
}
