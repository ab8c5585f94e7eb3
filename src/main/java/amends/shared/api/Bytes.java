package amends.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The body of a request, read once and no further than it may be long. */
final class Bytes {
  /** A thousand orders with their lines are less than a megabyte. */
  static final int MOST = 4 * 1024 * 1024;

  private static final String NAME = Bytes.class.getName();

  private Bytes() {}

  /**
   * @throws ApiProblem with status 413 when it is longer than {@link #MOST}
   */
  static byte[] of(HttpServletRequest request) {
    byte[] read = (byte[]) request.getAttribute(NAME);
    if (read == null) {
      read = read(request);
      request.setAttribute(NAME, read);
    }
    return read;
  }

  private static byte[] read(HttpServletRequest request) {
    if (request.getContentLengthLong() > MOST) {
      throw new ApiProblem(413, "too-large");
    }
    try {
      byte[] bytes = request.getInputStream().readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new ApiProblem(413, "too-large");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
