package amends.messages.social;

import amends.testing.FakeHttp;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server with Mastodon's API: keeps posts, knows keys of posts, gives notifications by page. */
final class FakeMastodon extends FakeHttp {
  static final String TOKEN = "a-token-of-the-tests";
  private static final JsonMapper JSON = new JsonMapper();

  /** A post of ours. */
  record Status(String id, String text, String visibility, String answers) {}

  final List<Status> statuses = new CopyOnWriteArrayList<>();
  private final List<Map<String, Object>> notifications = new CopyOnWriteArrayList<>();
  private final Map<String, Status> byKey = new ConcurrentHashMap<>();
  volatile Map<String, String> limits = Map.of();
  private int last = 1000;

  /** Somebody says something to us. */
  String says(String account, String name, String visibility, String html, String answers) {
    String id = String.valueOf(++last);
    Map<String, Object> status = new HashMap<>();
    status.put("id", "9" + id);
    status.put("visibility", visibility);
    status.put("content", html);
    status.put("spoiler_text", "");
    status.put("in_reply_to_id", answers.isEmpty() ? null : answers);
    status.put("account", Map.of("acct", account, "display_name", name));
    notifications.add(Map.of("id", id, "type", "mention", "status", status));
    return "9" + id;
  }

  @Override
  protected Said does(Call call) {
    if (!call.header("authorization").equals("Bearer " + TOKEN)) {
      return Said.json(401, "{\"error\":\"The access token is invalid\"}");
    }
    if (call.path().startsWith("/api/v1/notifications")) {
      return Said.json(200, JSON.writeValueAsString(page(call))).with(limits);
    }
    if (call.path().startsWith("/api/v1/statuses/")) {
      return touched(call);
    }
    if (call.path().equals("/api/v1/statuses")) {
      return posted(call).with(limits);
    }
    return Said.json(200, "{\"acct\":\"help\"}");
  }

  private synchronized Said touched(Call call) {
    String id = call.path().substring("/api/v1/statuses/".length());
    Status old = statuses.stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
    if (old == null) {
      return Said.json(404, "{\"error\":\"Record not found\"}");
    }
    if (call.method().equals("DELETE")) {
      statuses.remove(old);
    } else {
      String text = JSON.readTree(call.body()).path("status").asString();
      statuses.set(statuses.indexOf(old), new Status(id, text, old.visibility(), old.answers()));
    }
    return told(id);
  }

  private static Said told(String id) {
    return Said.json(
        200, "{\"id\":\"" + id + "\",\"url\":\"https://social.example/@help/" + id + "\"}");
  }

  /** The newest first, the page that follows the mark. */
  private List<Map<String, Object>> page(Call call) {
    Map<String, String> asked = new HashMap<>();
    for (String pair : URI.create(call.path()).getQuery().split("&", -1)) {
      asked.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }
    int most = Integer.parseInt(asked.getOrDefault("limit", "40"));
    List<Map<String, Object>> page = new ArrayList<>(notifications);
    String from = asked.get("min_id");
    if (from != null) {
      page.removeIf(n -> Integer.parseInt((String) n.get("id")) <= Integer.parseInt(from));
      page = page.subList(0, Math.min(most, page.size()));
    } else {
      page = page.subList(Math.max(0, page.size() - most), page.size());
    }
    return new ArrayList<>(page).reversed();
  }

  private synchronized Said posted(Call call) {
    String key = call.header("idempotency-key");
    Status known = byKey.get(key);
    if (known != null) {
      return told(known.id());
    }
    JsonNode asked = JSON.readTree(call.body());
    String text = asked.path("status").asString();
    if (Graphemes.in(text.replaceAll("(@\\w+)@[\\w.:]+", "$1")) > 500) {
      return Said.json(
          422, "{\"error\":\"Validation failed: Text character limit of 500 exceeded\"}");
    }
    Status status =
        new Status(
            "5" + (byKey.size() + 1),
            text,
            asked.path("visibility").asString(),
            asked.path("in_reply_to_id").asString(""));
    statuses.add(status);
    byKey.put(key, status);
    return told(status.id());
  }
}
