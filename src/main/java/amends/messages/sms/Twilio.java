package amends.messages.sms;

import amends.messages.Answer;
import amends.messages.Connection;
import amends.messages.HttpAnswers;
import amends.shared.Refusal;
import amends.shared.net.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provider with the shape of Twilio's Messages API, version 2010-04-01. */
@Component
final class Twilio implements SmsProvider {
  /** Codes that say the number will never take it: invalid, unreachable, not mobile, said stop. */
  private static final Set<Integer> FOR_GOOD = Set.of(21211, 21214, 21217, 21610, 21612, 21614);

  private static final int MOST_MEDIA = 10;

  private static final Set<String> DEAD = Set.of("30003", "30005", "30006", "21614");

  private final Wire wire;
  private final JsonMapper json;

  Twilio(Wire providerWire, JsonMapper json) {
    this.wire = providerWire;
    this.json = json;
  }

  @Override
  public String kind() {
    return "twilio";
  }

  @Override
  public String usualUrl() {
    return "https://api.twilio.com";
  }

  @Override
  public void check(Connection.Draft draft) {
    if (!draft.account().matches("[A-Za-z0-9]{4,64}")) {
      throw new Refusal("account", "messages.sms.twilio.account");
    }
    if (draft.sender().isEmpty()) {
      throw new Refusal("sender", "messages.sms.sender");
    }
  }

  @Override
  public String test(Connection connection, String secret) {
    URI url = URI.create(account(connection) + ".json");
    try {
      Wire.Answer answer = wire.call(Wire.Request.get(url, auth(connection, secret)));
      return answer.isGood() ? "" : "it answered " + answer.status();
    } catch (IOException e) {
      return HttpAnswers.words(e);
    }
  }

  private static String account(Connection connection) {
    return connection.url() + "/2010-04-01/Accounts/" + connection.account();
  }

  private static Map<String, String> auth(Connection connection, String secret) {
    String who = connection.account() + ":" + secret;
    String basic = Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
    return Map.of("Authorization", "Basic " + basic);
  }

  @Override
  public Wire.Request request(Connection connection, String secret, Text text) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("To", text.to());
    fields.put(
        connection.sender().startsWith("MG") ? "MessagingServiceSid" : "From", connection.sender());
    fields.put("Body", text.words());
    fields.put("StatusCallback", text.receipts().toString());
    String form =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return new Wire.Request(
        "POST",
        URI.create(account(connection) + "/Messages.json"),
        auth(connection, secret),
        "application/x-www-form-urlencoded",
        form.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Answer read(Wire.Answer answer) {
    JsonNode said = tree(answer.body());
    if (answer.isGood()) {
      return new Answer.Accepted(said.path("status").asString(""), said.path("sid").asString(""));
    }
    int code = said.path("code").asInt(0);
    String words =
        HttpAnswers.line(
            (code == 0 ? answer.status() : code) + " " + said.path("message").asString(""));
    return FOR_GOOD.contains(code) ? new Answer.Refused(words) : new Answer.Later(words);
  }

  private JsonNode tree(String body) {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }

  /** HMAC-SHA1 over the whole address and the fields in the order of their names. */
  @Override
  public boolean isTheirs(Connection connection, String secret, Knock knock) {
    String came = knock.header().apply("X-Twilio-Signature");
    if (came.isEmpty()) {
      return false;
    }
    StringBuilder signed = new StringBuilder(knock.url().toString());
    new TreeMap<>(Fields.of(knock)).forEach((name, value) -> signed.append(name).append(value));
    String right = Base64.getEncoder().encodeToString(sha1(secret, signed.toString()));
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.UTF_8), came.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sha1(String secret, String words) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HMAC-SHA1", e);
    }
  }

  @Override
  public Optional<Receipt> receipt(Knock knock) {
    Map<String, String> fields = Fields.of(knock);
    String code = fields.getOrDefault("ErrorCode", "");
    String status = fields.getOrDefault("MessageStatus", "");
    String words = code.isEmpty() ? status : status + " " + code;
    return switch (status) {
      case "sent" -> Optional.of(new Receipt("accepted", words, false));
      case "delivered", "read" -> Optional.of(new Receipt("delivered", words, false));
      case "undelivered", "failed" ->
          Optional.of(new Receipt("failed", words, DEAD.contains(code)));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Reply> reply(Knock knock) {
    Map<String, String> fields = Fields.of(knock);
    String from = fields.getOrDefault("From", "");
    String sid = fields.getOrDefault("MessageSid", "");
    return from.isEmpty() || sid.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reply(sid, from, fields.getOrDefault("To", ""), words(fields)));
  }

  /** With where the provider keeps pictures that came along: they are not fetched. */
  private static String words(Map<String, String> fields) {
    List<String> all = new ArrayList<>();
    all.add(fields.getOrDefault("Body", ""));
    for (int i = 0; i < MOST_MEDIA; i++) {
      all.add(HttpAnswers.line(fields.getOrDefault("MediaUrl" + i, "")));
    }
    all.removeIf(String::isBlank);
    return String.join("\n", all);
  }

  @Override
  public Said said() {
    return new Said("text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>");
  }
}
