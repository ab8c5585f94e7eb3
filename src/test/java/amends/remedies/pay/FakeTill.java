package amends.remedies.pay;

import amends.testing.FakeHttp;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of the house that pays what signed calls ask for, as the documents describe it. */
public final class FakeTill extends FakeHttp {
  public static final String SECRET = "a secret of the till";
  private static final JsonMapper JSON = new JsonMapper();

  public final Map<String, String> paid = new LinkedHashMap<>();
  public final List<String> forged = new CopyOnWriteArrayList<>();

  /** What it answers to {@code do} besides doing it; empty for the truth. */
  public volatile String says = "";

  @Override
  protected synchronized Said does(Call call) {
    String id = call.header("webhook-id");
    String right =
        "v1," + signature(id + "." + call.header("webhook-timestamp") + "." + call.body());
    if (!right.equals(call.header("webhook-signature"))) {
      forged.add(call.body());
      return Said.json(401, "{}");
    }
    JsonNode body = JSON.readTree(call.body());
    String key = body.path("key").asString("");
    return switch (body.path("op").asString("")) {
      case "do" -> {
        paid.putIfAbsent(key, entry(key, body));
        yield says.isEmpty() ? Said.json(200, paid.get(key)) : Said.json(200, says);
      }
      case "ask" -> Said.json(200, paid.getOrDefault(key, "{\"state\":\"none\"}"));
      case "list" ->
          Said.json(
              200,
              "{\"items\":[%s],\"next\":\"\"}"
                  .formatted(paid.values().stream().collect(Collectors.joining(","))));
      default -> Said.json(200, "{}");
    };
  }

  private String entry(String key, JsonNode body) {
    return "{\"id\":\"T%d\",\"key\":\"%s\",\"state\":\"done\",\"amount\":%d,\"currency\":\"%s\",\"at\":\"2026-05-12T10:00:00Z\"}"
        .formatted(
            paid.size() + 1,
            key,
            body.path("amount").asLong(0),
            body.path("currency").asString(""));
  }

  public static String signature(String words) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
