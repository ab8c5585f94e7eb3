package amends.app.hooks;

import amends.shared.Tokens;
import amends.shared.net.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a caller signs: which header holds the signature, and how it is written. */
public enum InStyle {
  /** Id and moment are signed too. */
  STANDARD("webhook-signature", "", false),
  SHOPIFY("x-shopify-hmac-sha256", "", false),
  WOOCOMMERCE("x-wc-webhook-signature", "", false),
  /** As GitHub and many others do. */
  HUB("x-hub-signature-256", "sha256=", true);

  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int LONGEST_ID = 200;

  private final String header;
  private final String prefix;
  private final boolean hex;

  InStyle(String header, String prefix, boolean hex) {
    this.header = header;
    this.prefix = prefix;
    this.hex = hex;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<InStyle> of(String code) {
    return Arrays.stream(values()).filter(style -> style.code().equals(code)).findFirst();
  }

  /**
   * What this call is known by, so that it is taken once; empty when the signature is not right or
   * its moment is not now. Where the sender's id is not signed, anyone could change it: then a call
   * is known by its words.
   */
  Optional<String> known(
      String secret, UnaryOperator<@Nullable String> headers, byte[] body, Instant now) {
    String signature = headers.apply(header);
    if (signature == null) {
      return Optional.empty();
    }
    if (this == STANDARD) {
      return standard(secret, headers, body, now, signature);
    }
    if (!signature.startsWith(prefix)) {
      return Optional.empty();
    }
    byte[] came = decoded(signature.substring(prefix.length()));
    byte[] right = Signature.hmac(secret.getBytes(StandardCharsets.UTF_8), body);
    return Signature.isSame(right, came)
        ? Optional.of(HexFormat.of().formatHex(Tokens.sha256(body)))
        : Optional.empty();
  }

  private static Optional<String> standard(
      String secret,
      UnaryOperator<@Nullable String> headers,
      byte[] body,
      Instant now,
      String signature) {
    String id = headers.apply("webhook-id");
    String moment = headers.apply("webhook-timestamp");
    if (id == null
        || id.isBlank()
        || id.length() > LONGEST_ID
        || moment == null
        || !moment.matches("\\d{1,12}")) {
      return Optional.empty();
    }
    long seconds = Long.parseLong(moment);
    if (Math.abs(now.getEpochSecond() - seconds) > WINDOW.toSeconds()) {
      return Optional.empty();
    }
    byte[] key = Signature.decoded(secret.substring(Signature.PREFIX.length()));
    return Signature.isBy(key, id, seconds, body, signature) ? Optional.of(id) : Optional.empty();
  }

  private byte[] decoded(String text) {
    if (!hex) {
      return Signature.decoded(text);
    }
    try {
      return HexFormat.of().parseHex(text.strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
