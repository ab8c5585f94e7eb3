package amends.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first administrator goes in by the link that the program prints: now cases find an owner. */
public final class Opening {
  public static final String EMAIL = "ada.birch@amends.localhost";
  public static final String PASSWORD = "a kettle that leaks 17 times";
  private static final Pattern LINK = Pattern.compile("(http://\\S+/first-start/\\S+) ");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private Opening() {}

  /** Only the link that was made last is good, and nobody knows which of the nodes made it. */
  public static void day(Node... nodes) throws IOException, InterruptedException {
    for (Node node : nodes) {
      Wait.until(
          "the first link is printed",
          Duration.ofMinutes(2),
          () -> LINK.matcher(node.said("run")).find());
    }
    for (Node node : nodes) {
      if (entered(found(LINK, node.said("run")))) return;
    }
    throw new AssertionError("no link lets the first administrator in");
  }

  private static boolean entered(String link) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      HttpResponse<String> page = http.send(request(link).build(), BodyHandlers.ofString());
      if (page.statusCode() != 200) return false;
      String form = form(found(TOKEN, page.body()));
      HttpRequest enter =
          request(link)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build();
      return http.send(enter, BodyHandlers.ofString()).statusCode() / 100 == 3;
    }
  }

  private static HttpRequest.Builder request(String link) {
    return HttpRequest.newBuilder(URI.create(link)).timeout(Duration.ofSeconds(30));
  }

  private static String form(String token) {
    return Map.of(
            "_csrf", token,
            "name", "Ada Birch",
            "email", EMAIL,
            "password", PASSWORD,
            "password_again", PASSWORD)
        .entrySet()
        .stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) throw new AssertionError("not found: " + pattern + " in " + text);
    return matcher.group(1);
  }
}
