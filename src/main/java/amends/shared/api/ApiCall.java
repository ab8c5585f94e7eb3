package amends.shared.api;

import amends.shared.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request of a program: whose token, which key, over which version. Controllers that change
 * something name one as a parameter.
 *
 * @param fingerprint of method, path and body: another request under the same key differs in it
 * @param match what If-Match said; null when it was not sent
 */
public record ApiCall(Bearer bearer, String key, byte[] fingerprint, @Nullable String match) {
  private static final int LONGEST_KEY = 255;

  static ApiCall of(HttpServletRequest request) {
    String key = request.getHeader("Idempotency-Key");
    if (request.getMethod().equals("POST")) {
      refuseBadKey(key);
    }
    return new ApiCall(
        Bearer.of(request),
        key == null ? "" : key,
        fingerprint(request),
        request.getHeader("If-Match"));
  }

  private static void refuseBadKey(@Nullable String key) {
    if (key == null
        || key.isBlank()
        || key.length() > LONGEST_KEY
        || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new ApiProblem(
          400,
          "key-missing",
          List.of(ApiProblem.Flaw.of("Idempotency-Key", "shared.api.flaw.key", LONGEST_KEY)));
    }
  }

  private static byte[] fingerprint(HttpServletRequest request) {
    String line = request.getMethod() + " " + request.getRequestURI() + "\n";
    byte[] head = line.getBytes(StandardCharsets.UTF_8);
    byte[] body = Bytes.of(request);
    return Tokens.sha256(
        ByteBuffer.allocate(head.length + body.length).put(head).put(body).array());
  }

  /**
   * The change is made over the version that the caller has read.
   *
   * @param current as a GET would answer now
   * @throws ApiProblem 428 when If-Match was not sent, 412 when it is another version's
   */
  public void demandVersion(Object current) {
    if (match == null) {
      throw new ApiProblem(428, "version-missing");
    }
    List<String> named = Arrays.stream(match.split(",", -1)).map(String::strip).toList();
    if (!named.contains("*") && !named.contains(tag(ApiJson.bytes(current)))) {
      throw new ApiProblem(412, "stale");
    }
  }

  /** The version of what a reply holds. */
  static String tag(byte[] body) {
    return "\"" + HexFormat.of().formatHex(Tokens.sha256(body), 0, 12) + "\"";
  }
}
