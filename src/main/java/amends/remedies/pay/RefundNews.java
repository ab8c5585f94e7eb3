package amends.remedies.pay;

import amends.shared.net.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls in the shape of Stripe's: {@code Stripe-Signature: t=…,v1=…}, a hexadecimal HMAC-SHA256 of
 * {@code t.body} for each secret that is valid.
 */
@Component
final class RefundNews {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final JsonMapper json;

  RefundNews(JsonMapper json) {
    this.json = json;
  }

  Optional<News> heard(String secret, Knock knock) {
    if (secret.isEmpty() || !isTheirs(secret, knock)) {
      return Optional.empty();
    }
    try {
      return told(json.readTree(knock.body()));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static boolean isTheirs(String secret, Knock knock) {
    String moment = "";
    boolean found = false;
    String header = knock.header().apply("Stripe-Signature");
    for (String part : header.split(",", 20)) {
      if (part.strip().startsWith("t=")) {
        moment = part.strip().substring(2);
      }
    }
    if (!moment.matches("\\d{1,12}")) {
      return false;
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(moment));
    if (Duration.between(at, knock.at()).abs().compareTo(WINDOW) > 0) {
      return false;
    }
    byte[] right =
        Signature.hmac(
            secret.getBytes(StandardCharsets.UTF_8),
            (moment + ".").getBytes(StandardCharsets.UTF_8),
            knock.body());
    for (String part : header.split(",", 20)) {
      if (part.strip().startsWith("v1=")) {
        found |= Signature.isSame(right, bytes(part.strip().substring(3)));
      }
    }
    return found;
  }

  private static byte[] bytes(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static Optional<News> told(JsonNode event) {
    String id = Replies.id(event.path("id"));
    JsonNode object = event.path("data").path("object");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return switch (event.path("type").asString("")) {
      case "charge.refunded" ->
          Optional.of(new News(id, null, null, reference(object, "id"), false));
      case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" ->
          Optional.of(
              new News(
                  id,
                  known(object.path("metadata").path(RefundApi.KEY)),
                  known(object.path("id")),
                  reference(object, "charge"),
                  RefundApi.state(object.path("status").asString("")).equals("failed")));
      default -> Optional.empty();
    };
  }

  /** The intent, by which we mostly name a payment; else the charge. */
  private static @Nullable String reference(JsonNode object, String charge) {
    String intent = known(object.path("payment_intent"));
    return intent == null ? known(object.path(charge)) : intent;
  }

  private static @Nullable String known(JsonNode value) {
    String words = value.isString() ? Replies.id(value) : "";
    return words.isEmpty() ? null : words;
  }
}
