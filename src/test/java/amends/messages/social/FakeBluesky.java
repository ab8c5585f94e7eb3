package amends.messages.social;

import amends.testing.FakeHttp;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of the AT Protocol with one account, its chat, and tokens that run out. */
final class FakeBluesky extends FakeHttp {
  static final String PASSWORD = "abcd-efgh-ijkl-mnop";
  static final String US = "did:plc:fernhill";
  private static final JsonMapper JSON = new JsonMapper();

  final Map<String, JsonNode> records = new ConcurrentHashMap<>();
  final List<String> told = new CopyOnWriteArrayList<>();
  final Set<String> closedTo = ConcurrentHashMap.newKeySet();
  private final List<Map<String, Object>> notifications = new CopyOnWriteArrayList<>();
  private final List<Map<String, Object>> log = new CopyOnWriteArrayList<>();
  final AtomicInteger sessions = new AtomicInteger();
  final AtomicInteger refreshed = new AtomicInteger();
  private volatile String access = "";
  private int last;

  void tokensRunOut() {
    access = "gone";
  }

  void says(String did, String text, String root) {
    int n = ++last;
    Map<String, Object> record = new HashMap<>(Map.of("text", text));
    if (!root.isEmpty()) {
      Map<String, String> ref = Map.of("uri", root, "cid", "cid-of-ours");
      record.put("reply", Map.of("root", ref, "parent", ref));
    }
    notifications.add(
        Map.of(
            "uri",
            "at://" + did + "/app.bsky.feed.post/" + n,
            "cid",
            "cid" + n,
            "author",
            Map.of("did", did, "handle", handle(did), "displayName", ""),
            "reason",
            "mention",
            "record",
            record,
            "indexedAt",
            "2026-05-12T10:00:%02d.000Z".formatted(n)));
  }

  void writes(String did, String text) {
    int n = ++last;
    log.add(
        Map.of(
            "$type", "chat.bsky.convo.defs#logCreateMessage",
            "rev", "r%05d".formatted(n),
            "message", Map.of("id", "m" + n, "text", text, "sender", Map.of("did", did))));
  }

  static String handle(String did) {
    return did.substring("did:plc:".length()) + ".bsky.example";
  }

  @Override
  protected Said does(Call call) {
    URI url = URI.create(call.path());
    String name = url.getPath().substring("/xrpc/".length());
    Map<String, String> asked = asked(url);
    if (name.equals("com.atproto.server.createSession")) {
      return begun(call);
    }
    if (name.equals("com.atproto.server.refreshSession")) {
      refreshed.incrementAndGet();
      return session();
    }
    if (name.equals("com.atproto.identity.resolveHandle")) {
      return Said.json(
          200, "{\"did\":\"did:plc:" + asked.getOrDefault("handle", "").split("\\.", 2)[0] + "\"}");
    }
    if (!call.header("authorization").equals("Bearer " + access)) {
      return Said.json(400, "{\"error\":\"ExpiredToken\",\"message\":\"Token has expired\"}");
    }
    return known(name, call, asked);
  }

  private Said known(String name, Call call, Map<String, String> asked) {
    return switch (name) {
      case "com.atproto.repo.createRecord" -> created(call);
      case "com.atproto.repo.getRecord" -> found(asked);
      case "com.atproto.repo.deleteRecord" -> deleted(call);
      case "app.bsky.notification.listNotifications" -> notifications(asked);
      case "app.bsky.actor.getProfile" ->
          said(Map.of("handle", handle(asked.getOrDefault("actor", "")), "displayName", "Ruth"));
      case "chat.bsky.convo.getConvoForMembers" -> conversation(asked.getOrDefault("members", ""));
      case "chat.bsky.convo.getMessages" -> messages();
      case "chat.bsky.convo.sendMessage" -> sent(call);
      case "chat.bsky.convo.getLog" -> log(asked);
      default -> said(Map.of("did", US));
    };
  }

  private static Map<String, String> asked(URI url) {
    Map<String, String> asked = new HashMap<>();
    String query = url.getQuery() == null ? "" : url.getQuery();
    for (String pair : query.split("&", -1)) {
      if (pair.contains("=")) {
        asked.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      }
    }
    return asked;
  }

  private Said begun(Call call) {
    return JSON.readTree(call.body()).path("password").asString().equals(PASSWORD)
        ? session()
        : Said.json(
            401,
            "{\"error\":\"AuthenticationRequired\",\"message\":\"Invalid identifier or password\"}");
  }

  private Said session() {
    access = "access-" + sessions.incrementAndGet();
    return said(Map.of("did", US, "accessJwt", access, "refreshJwt", "refresh"));
  }

  private Said created(Call call) {
    JsonNode asked = JSON.readTree(call.body());
    String text = asked.path("record").path("text").asString();
    if (Graphemes.in(text) > 300) {
      return Said.json(400, "{\"error\":\"InvalidRequest\",\"message\":\"too long\"}");
    }
    String key = asked.path("rkey").asString();
    if (records.putIfAbsent(key, asked.path("record")) != null) {
      return Said.json(500, "{\"error\":\"InternalServerError\"}");
    }
    return found(Map.of("rkey", key));
  }

  private Said deleted(Call call) {
    records.remove(JSON.readTree(call.body()).path("rkey").asString());
    return said(Map.of());
  }

  private Said found(Map<String, String> asked) {
    String key = asked.get("rkey");
    return records.containsKey(key)
        ? said(Map.of("uri", "at://" + US + "/app.bsky.feed.post/" + key, "cid", "c"))
        : Said.json(400, "{\"error\":\"RecordNotFound\"}");
  }

  /** The newest first, two to a page. */
  private Said notifications(Map<String, String> asked) {
    int from = Integer.parseInt(asked.getOrDefault("cursor", "0"));
    List<Map<String, Object>> all = new ArrayList<>(notifications).reversed();
    List<Map<String, Object>> page = all.subList(from, Math.min(all.size(), from + 2));
    Map<String, Object> answer = new HashMap<>(Map.of("notifications", page));
    if (from + 2 < all.size()) {
      answer.put("cursor", String.valueOf(from + 2));
    }
    return said(answer);
  }

  private Said conversation(String did) {
    return closedTo.contains(did)
        ? Said.json(
            400,
            "{\"error\":\"InvalidRequest\",\"message\":\"recipient requires incoming messages to come from someone they follow\"}")
        : said(Map.of("convo", Map.of("id", "with-" + did)));
  }

  private Said messages() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String text : told) {
      all.add(
          Map.of(
              "id",
              "t" + all.size(),
              "text",
              text,
              "sentAt",
              "2026-05-12T10:05:00.000Z",
              "sender",
              Map.of("did", US)));
    }
    return said(Map.of("messages", all.reversed()));
  }

  private Said sent(Call call) {
    told.add(JSON.readTree(call.body()).path("message").path("text").asString());
    return said(Map.of("id", "t" + told.size()));
  }

  private Said log(Map<String, String> asked) {
    String from = asked.getOrDefault("cursor", "");
    List<Map<String, Object>> after =
        log.stream().filter(e -> String.valueOf(e.get("rev")).compareTo(from) > 0).toList();
    String cursor = after.isEmpty() ? from : (String) after.getLast().get("rev");
    return said(Map.of("logs", after, "cursor", cursor));
  }

  private static Said said(Object body) {
    return Said.json(200, JSON.writeValueAsString(body));
  }
}
