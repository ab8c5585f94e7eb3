package amends.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import amends.staff.ApiToken;
import amends.staff.ApiTokens;
import amends.staff.NewApiToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks to the REST API with a token of its own. */
public final class Api {
  private static final JsonMapper JSON = new JsonMapper();

  private final MockMvc mvc;
  private final ApiTokens.Made made;
  private int keys;

  public Api(MockMvc mvc, ApiTokens tokens, String... scopes) {
    this(mvc, tokens.make(new NewApiToken("Shop", List.of(scopes), null, null, null), null));
  }

  public Api(MockMvc mvc, ApiTokens.Made made) {
    this.mvc = mvc;
    this.made = made;
  }

  /** What came back. */
  public record Answer(int status, MockHttpServletResponse response, String text) {
    public JsonNode json() {
      return JSON.readTree(text);
    }

    public @Nullable String header(String name) {
      return response.getHeader(name);
    }

    public JsonNode at(String pointer) {
      return json().at(pointer);
    }
  }

  public ApiToken token() {
    return made.token();
  }

  public String words() {
    return made.words();
  }

  public Answer get(String path) {
    return send(asked("GET", path));
  }

  /** Under a fresh key. */
  public Answer post(String path, String body) {
    return post(path, body, "key-" + made.token().id() + "-" + ++keys);
  }

  public Answer post(String path, String body, String key) {
    return send(
        asked("POST", path)
            .header("Idempotency-Key", key)
            .contentType("application/json")
            .content(body));
  }

  public Answer patch(String path, String body, String version) {
    return send(
        asked("PATCH", path)
            .header("If-Match", version)
            .contentType("application/json")
            .content(body));
  }

  public MockHttpServletRequestBuilder asked(String method, String path) {
    return request(HttpMethod.valueOf(method), URI.create(path))
        .header("Authorization", "Bearer " + made.words());
  }

  public Answer send(MockHttpServletRequestBuilder asked) {
    return send(mvc, asked);
  }

  public static Answer send(MockMvc mvc, MockHttpServletRequestBuilder asked) {
    try {
      MockHttpServletResponse response = mvc.perform(asked).andReturn().getResponse();
      String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
      return new Answer(response.getStatus(), response, text);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
