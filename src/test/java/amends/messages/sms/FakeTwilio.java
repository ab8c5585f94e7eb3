package amends.messages.sms;

import amends.testing.FakeHttp;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A provider with Twilio's shape: keeps what it took, and signs what it tells. */
final class FakeTwilio extends FakeHttp {
  static final String ACCOUNT = "ACfernhill0001";
  static final String TOKEN = "a-token-of-the-tests";
  final List<Map<String, String>> sent = new CopyOnWriteArrayList<>();

  @Override
  protected Said does(Call call) {
    String basic = ACCOUNT + ":" + TOKEN;
    String right =
        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
    if (!call.header("authorization").equals(right)) {
      return Said.json(401, "{\"code\":20003,\"message\":\"Authenticate\"}");
    }
    if (call.method().equals("GET")) {
      return Said.json(200, "{\"status\":\"active\"}");
    }
    Map<String, String> fields = fields(call.body());
    if (fields.getOrDefault("To", "").startsWith("+1555")) {
      return Said.json(
          400, "{\"code\":21614,\"message\":\"To number is not a valid mobile number\"}");
    }
    sent.add(fields);
    return Said.json(201, "{\"sid\":\"SM%04d\",\"status\":\"queued\"}".formatted(sent.size()));
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&", -1)) {
      int at = pair.indexOf('=');
      fields.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** As the provider signs it: the whole address, and the fields by their names. */
  static String signature(String url, Map<String, String> fields, String token) {
    StringBuilder words = new StringBuilder(url);
    new TreeMap<>(fields).forEach((name, value) -> words.append(name).append(value));
    return Base64.getEncoder().encodeToString(Twilio.sha1(token, words.toString()));
  }
}
