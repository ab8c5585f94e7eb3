package amends.messages.social;

import amends.messages.Answer;
import amends.messages.social.BlueskySessions.Session;
import amends.messages.social.SocialNetwork.Line;
import amends.messages.social.SocialNetwork.Said;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Posts, each a record with a key of our own: the same at each try, so that a second one finds the
 * first instead of standing beside it.
 */
final class BlueskyPosts {
  private static final String POST = "app.bsky.feed.post";
  private static final Pattern URI =
      Pattern.compile("at://(did:[a-z]+:[\\w.:%-]+)/app\\.bsky\\.feed\\.post/(\\w+)");
  private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";

  private final Calls calls;
  private final BlueskySessions sessions;

  BlueskyPosts(Calls calls, BlueskySessions sessions) {
    this.calls = calls;
    this.sessions = sessions;
  }

  Calls.Came ourselves(Line line, Session session) throws IOException {
    return calls.get(
        line.connection().id(),
        line.url("/xrpc/com.atproto.server.getSession"),
        Calls.bearer(session.access()));
  }

  /** The reference names its address and hash, then those of the first of the thread. */
  Answer reply(Line line, Said said) throws IOException {
    Ref to = said.answering();
    Map<String, Object> post = new LinkedHashMap<>();
    post.put("$type", POST);
    post.put("text", said.pieces().getFirst());
    post.put("createdAt", said.at().truncatedTo(ChronoUnit.MILLIS).toString());
    if (!to.isNone()) {
      post.put(
          "reply",
          Map.of(
              "root", Map.of("uri", to.name(2), "cid", to.name(3)),
              "parent", Map.of("uri", to.name(0), "cid", to.name(1))));
    }
    String key = key(said);
    Calls.Came came = sessions.with(line, session -> created(line, session, key, post));
    if (came.isGood()) {
      return accepted(came);
    }
    // It may be there all the same, by a try of which nobody heard.
    Calls.Came found = sessions.with(line, session -> found(line, session, key));
    return found.isGood() ? accepted(found) : came.refusal();
  }

  private static Answer accepted(Calls.Came came) {
    return new Answer.Accepted(
        String.valueOf(came.answer().status()), came.said().path("uri").asString(""));
  }

  private Calls.Came created(Line line, Session session, String key, Map<String, Object> post)
      throws IOException {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("repo", session.did());
    asked.put("collection", POST);
    asked.put("rkey", key);
    asked.put("record", post);
    return calls.post(
        line.connection().id(),
        line.url("/xrpc/com.atproto.repo.createRecord"),
        Calls.bearer(session.access()),
        asked);
  }

  private Calls.Came found(Line line, Session session, String key) throws IOException {
    return calls.get(
        line.connection().id(),
        line.url(
            "/xrpc/com.atproto.repo.getRecord?repo="
                + URLEncoder.encode(session.did(), StandardCharsets.UTF_8)
                + "&collection="
                + POST
                + "&rkey="
                + key),
        Calls.bearer(session.access()));
  }

  /** Deleting what is not there is no error there. */
  Answer remove(Line line, String uri) throws IOException {
    String key = uri.substring(uri.lastIndexOf('/') + 1);
    Calls.Came came =
        sessions.with(
            line,
            session ->
                calls.post(
                    line.connection().id(),
                    line.url("/xrpc/com.atproto.repo.deleteRecord"),
                    Calls.bearer(session.access()),
                    Map.of("repo", session.did(), "collection", POST, "rkey", key)));
    return came.isGood()
        ? new Answer.Accepted(String.valueOf(came.answer().status()), uri)
        : came.refusal();
  }

  static String link(String uri) {
    Matcher parts = URI.matcher(uri);
    return parts.matches()
        ? "https://bsky.app/profile/" + parts.group(1) + "/post/" + parts.group(2)
        : "";
  }

  /** A timestamp identifier: microseconds and ten bits of our own, in base 32. */
  static String key(Said said) {
    long micros = ChronoUnit.MICROS.between(java.time.Instant.EPOCH, said.at());
    long bits = (micros << 10) | (said.key().hashCode() & 0x3ff);
    StringBuilder key = new StringBuilder();
    for (int shift = 60; shift >= 0; shift -= 5) {
      key.append(DIGITS.charAt((int) (bits >>> shift) & 31));
    }
    return key.toString();
  }
}
