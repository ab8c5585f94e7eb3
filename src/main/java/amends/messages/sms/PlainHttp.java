package amends.messages.sms;

import amends.messages.Answer;
import amends.messages.Connection;
import amends.messages.HttpAnswers;
import amends.shared.Refusal;
import amends.shared.net.Signature;
import amends.shared.net.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any provider that a few lines of a program can be put before: we POST one JSON object for each
 * message, it POSTs one for each receipt and reply, signed as Standard Webhooks says.
 */
@Component
final class PlainHttp implements SmsProvider {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Wire wire;
  private final JsonMapper json;
  private final InstantSource clock;

  PlainHttp(Wire providerWire, JsonMapper json, InstantSource clock) {
    this.wire = providerWire;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "http";
  }

  @Override
  public String usualUrl() {
    return "";
  }

  @Override
  public void check(Connection.Draft draft) {
    if (draft.sender().isEmpty()) {
      throw new Refusal("sender", "messages.sms.sender");
    }
    if (!draft.secret().isEmpty() && draft.secret().length() < 16) {
      throw new Refusal("secret", "messages.sms.secret");
    }
  }

  @Override
  public String test(Connection connection, String secret) {
    try {
      Wire.Answer answer =
          wire.call(
              Wire.Request.get(
                  URI.create(connection.url()), Map.of("Authorization", "Bearer " + secret)));
      return answer.isGood() ? "" : "it answered " + answer.status() + " to GET";
    } catch (IOException e) {
      return HttpAnswers.words(e);
    }
  }

  @Override
  public Wire.Request request(Connection connection, String secret, Text text) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", text.key());
    fields.put("to", text.to());
    fields.put("from", connection.sender());
    fields.put("text", text.words());
    fields.put("receipts", text.receipts().toString());
    return Wire.Request.json(
        URI.create(connection.url()),
        Map.of("Authorization", "Bearer " + secret, "Idempotency-Key", text.key()),
        json.writeValueAsBytes(fields));
  }

  @Override
  public Answer read(Wire.Answer answer) {
    JsonNode said = tree(answer.body().getBytes(StandardCharsets.UTF_8));
    String words = HttpAnswers.line(answer.status() + " " + said.path("error").asString(""));
    if (answer.isGood()) {
      return new Answer.Accepted(words, said.path("id").asString(""));
    }
    // What it calls our mistake about this message stays one.
    return answer.status() == 422 || answer.status() == 410
        ? new Answer.Refused(words)
        : new Answer.Later(words);
  }

  private JsonNode tree(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }

  @Override
  public boolean isTheirs(Connection connection, String secret, Knock knock) {
    String id = knock.header().apply("webhook-id");
    String seconds = knock.header().apply("webhook-timestamp");
    if (id.isEmpty() || !seconds.matches("\\d{1,12}")) {
      return false;
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(seconds));
    Duration off = Duration.between(at, clock.instant()).abs();
    return off.compareTo(WINDOW) <= 0
        && Signature.isBy(
            secret.getBytes(StandardCharsets.UTF_8),
            id,
            at.getEpochSecond(),
            knock.body(),
            knock.header().apply("webhook-signature"));
  }

  @Override
  public Optional<Receipt> receipt(Knock knock) {
    JsonNode said = tree(knock.body());
    String state = said.path("state").asString("");
    String words = HttpAnswers.line(state + " " + said.path("reason").asString(""));
    return switch (state) {
      case "accepted", "delivered", "failed" ->
          Optional.of(new Receipt(state, words, said.path("permanent").asBoolean(false)));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Reply> reply(Knock knock) {
    JsonNode said = tree(knock.body());
    String id = said.path("id").asString("");
    String from = said.path("from").asString("");
    return id.isEmpty() || from.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reply(id, from, said.path("to").asString(""), said.path("text").asString("")));
  }
}
