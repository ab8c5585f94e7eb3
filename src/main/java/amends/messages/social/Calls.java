package amends.messages.social;

import amends.messages.Answer;
import amends.messages.Connections;
import amends.messages.HttpAnswers;
import amends.shared.net.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call to a network, and what came back as JSON. */
final class Calls implements AutoCloseable {
  private final Wire wire;
  private final JsonMapper json;
  private final Supplier<Connections> connections;
  private final InstantSource clock;

  Calls(Wire wire, JsonMapper json, Supplier<Connections> connections, InstantSource clock) {
    this.wire = wire;
    this.json = json;
    this.connections = connections;
    this.clock = clock;
  }

  /**
   * @param usual what its status means whoever says it; null where it depends on the network
   */
  record Came(Wire.Answer answer, JsonNode said, @Nullable Answer usual) {
    boolean isGood() {
      return answer.isGood();
    }

    String error() {
      String message = said.path("message").asString("");
      String error = said.path("error").asString("");
      return HttpAnswers.line(
          answer.status() + " " + error + (message.isEmpty() ? "" : ": " + message));
    }

    /** What it means that this was not done. */
    Answer refusal() {
      return usual == null ? new Answer.Refused(error()) : usual;
    }
  }

  Came get(long connection, String url, Map<String, String> headers) throws IOException {
    return came(connection, wire.call(Wire.Request.get(URI.create(url), headers)));
  }

  Came post(long connection, String url, Map<String, String> headers, Object body)
      throws IOException {
    byte[] bytes = body.equals("") ? new byte[0] : json.writeValueAsBytes(body);
    return came(connection, wire.call(Wire.Request.json(URI.create(url), headers, bytes)));
  }

  Came put(long connection, String url, Map<String, String> headers, Object body)
      throws IOException {
    byte[] bytes = json.writeValueAsBytes(body);
    return came(
        connection,
        wire.call(new Wire.Request("PUT", URI.create(url), headers, "application/json", bytes)));
  }

  Came delete(long connection, String url, Map<String, String> headers) throws IOException {
    return came(
        connection,
        wire.call(new Wire.Request("DELETE", URI.create(url), headers, "", new byte[0])));
  }

  /** Where this was the last for a while, nothing more is given to it until then. */
  private Came came(long connection, Wire.Answer answer) {
    Limits.spent(answer, clock.instant()).ifPresent(p -> connections.get().busy(connection, p));
    return new Came(answer, tree(answer.body()), Limits.usual(answer, clock.instant()));
  }

  private JsonNode tree(String body) {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  static Map<String, String> bearer(String token, String name, String value) {
    Map<String, String> headers = new HashMap<>(bearer(token));
    headers.put(name, value);
    return headers;
  }

  @Override
  public void close() {
    wire.close();
  }
}
