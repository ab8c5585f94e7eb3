package amends.shared.api;

import org.jspecify.annotations.Nullable;

/**
 * What an act answered, as bytes: the same bytes answer when the same request comes again.
 *
 * @param <T> what the bytes hold
 * @param location of what was made; null where nothing has an address
 * @param again whether it was answered before
 */
public record Reply<T>(int status, @Nullable String location, byte[] bytes, boolean again) {
  /** What a route has done, before it is written down. */
  public record Done<T>(int status, @Nullable String location, T body) {
    /** Made, and found there from now on. */
    public static <T> Done<T> made(String location, T body) {
      return new Done<>(201, location, body);
    }

    public static <T> Done<T> ok(T body) {
      return new Done<>(200, null, body);
    }
  }

  /** Of an act that needs no key, because doing it twice does it once. */
  public static <T> Reply<T> of(T body) {
    return new Reply<>(200, null, ApiJson.bytes(body), false);
  }
}
