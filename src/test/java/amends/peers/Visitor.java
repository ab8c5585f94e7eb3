package amends.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a browser, or a program with a token: keeps cookies, follows nothing by itself. */
final class Visitor {
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(_csrf|seal|once)\" value=\"([^\"]+)\"");

  private final HttpClient http;
  private final String base;
  private final String token;

  /**
   * @param token of a program; empty for a person
   */
  Visitor(String base, String token) {
    this(base, token, "127.0.0.1");
  }

  /**
   * @param from the loopback address that they come from, because some limits count addresses
   */
  Visitor(String base, String token, String from) {
    this.base = base;
    this.token = token;
    this.http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .localAddress(new InetSocketAddress(from, 0).getAddress())
            .build();
  }

  /** What came back. */
  record Answer(int status, String text, HttpResponse<String> whole) {
    String header(String name) {
      return whole.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(text);
    }

    JsonNode at(String pointer) {
      return json().at(pointer);
    }

    /** The fields that a form of this page sends along by itself. */
    List<String> hidden() {
      List<String> fields = new ArrayList<>();
      Matcher matcher = HIDDEN.matcher(text);
      while (matcher.find()) {
        if (!fields.contains(matcher.group(1))) {
          fields.addAll(List.of(matcher.group(1), matcher.group(2)));
        }
      }
      return fields;
    }
  }

  Answer get(String path) {
    return send(asked(path));
  }

  Answer head(String path) {
    return send(asked(path).method("HEAD", BodyPublishers.noBody()));
  }

  /** Posts fields, given as name, value, name, value, with what the page sends along. */
  Answer submit(String page, String path, String... fields) {
    List<String> all = new ArrayList<>(get(page).hidden());
    all.addAll(List.of(fields));
    return post(path, all);
  }

  Answer post(String path, List<String> fields) {
    return send(form(path, fields));
  }

  HttpRequest.Builder form(String path, List<String> fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.size(); i += 2) {
      body.append(i == 0 ? "" : "&").append(encoded(fields.get(i))).append('=');
      body.append(encoded(fields.get(i + 1)));
    }
    return asked(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  Answer json(String method, String path, String body, String key) {
    return send(
        asked(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .header("If-Match", "*")
            .method(method, BodyPublishers.ofString(body)));
  }

  /** A form with a file of this name, as a browser sends it. */
  Answer upload(String path, List<String> fields, String fileName, String content) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.size(); i += 2) {
      body.append("--part\r\nContent-Disposition: form-data; name=\"").append(fields.get(i));
      body.append("\"\r\n\r\n").append(fields.get(i + 1)).append("\r\n");
    }
    body.append("--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"");
    body.append(fileName.replace("\"", "%22")).append("\"\r\nContent-Type: text/html\r\n\r\n");
    body.append(content).append("\r\n--part--\r\n");
    return send(
        asked(path)
            .header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /** The bytes of what a form gives. */
  HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder asked(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
            .timeout(Duration.ofSeconds(30));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    } else {
      request.header("Accept", "text/html");
    }
    return request;
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body(), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
