package amends.messages.account;

import amends.shared.net.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a token endpoint (RFC 6749), and reads what it says. */
final class TokenCalls {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long LONGEST_SECONDS = 24 * 3600L;

  private final Wire wire;

  TokenCalls(Wire wire) {
    this.wire = wire;
  }

  Granted ask(URI endpoint, Map<String, String> form) throws TokenTrouble {
    Wire.Answer answer;
    try {
      answer =
          wire.call(
              new Wire.Request(
                  "POST",
                  endpoint,
                  Map.of("Accept", "application/json"),
                  "application/x-www-form-urlencoded",
                  Endpoints.form(form).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new TokenTrouble(
          "messages.account.trouble.reach", String.valueOf(e.getMessage()), false);
    }
    JsonNode said = json(answer.body());
    return answer.isGood() ? granted(said) : refused(answer.status(), said);
  }

  private static Granted granted(@Nullable JsonNode said) throws TokenTrouble {
    String access = said == null ? "" : said.path("access_token").asString("");
    if (said == null || access.isEmpty()) {
      throw new TokenTrouble("messages.account.trouble.odd", "", false);
    }
    long seconds = said.path("expires_in").asLong(3600);
    String refresh = said.path("refresh_token").asString("");
    return new Granted(
        access,
        Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_SECONDS)),
        refresh.isEmpty() ? null : refresh);
  }

  private static Granted refused(int status, @Nullable JsonNode said) throws TokenTrouble {
    String error = said == null ? "" : said.path("error").asString("");
    String words = said == null ? "" : said.path("error_description").asString(error);
    throw switch (error) {
      case "invalid_grant" -> new TokenTrouble("messages.account.trouble.revoked", words, true);
      case "interaction_required", "consent_required" ->
          new TokenTrouble("messages.account.trouble.revoked", words, true);
      case "invalid_client", "unauthorized_client" ->
          new TokenTrouble("messages.account.trouble.client", words, true);
      case "invalid_scope", "access_denied" ->
          new TokenTrouble("messages.account.trouble.scope", words, true);
      default ->
          new TokenTrouble(
              "messages.account.trouble.odd", words.isEmpty() ? "HTTP " + status : words, false);
    };
  }

  private static @Nullable JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return null;
    }
  }
}
