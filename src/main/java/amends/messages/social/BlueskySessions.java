package amends.messages.social;

import amends.messages.Answer;
import amends.messages.Connection;
import amends.messages.social.SocialNetwork.Deaf;
import amends.messages.social.SocialNetwork.Line;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who we are at an AT Protocol server: a token of some minutes, made anew by one of some weeks,
 * made by the app password that the connection keeps encrypted. The tokens are on this node only
 * and are written down nowhere.
 */
final class BlueskySessions {
  private final Calls calls;
  private final Map<Long, Session> open = new ConcurrentHashMap<>();

  BlueskySessions(Calls calls) {
    this.calls = calls;
  }

  record Session(String did, String access, String refresh, String secret) {
    @Override
    public String toString() {
      return "Session[" + did + "]";
    }
  }

  /** Something to be done as us; it is done once more when the token had run out. */
  interface Deed {
    Calls.Came as(Session session) throws IOException;
  }

  Calls.Came with(Line line, Deed deed) throws IOException {
    Session session = session(line);
    Calls.Came came = deed.as(session);
    return isExpired(came) ? deed.as(renewed(line, session)) : came;
  }

  private static boolean isExpired(Calls.Came came) {
    String error = came.said().path("error").asString("");
    return error.equals("ExpiredToken") || error.equals("InvalidToken");
  }

  Session session(Line line) throws IOException {
    Session known = open.get(line.connection().id());
    return known != null && known.secret().equals(line.secret()) ? known : begun(line);
  }

  private Session renewed(Line line, Session old) throws IOException {
    Session now = open.get(line.connection().id());
    if (now != null && !now.access().equals(old.access())) {
      return now;
    }
    Calls.Came came =
        calls.post(
            line.connection().id(),
            line.url("/xrpc/com.atproto.server.refreshSession"),
            Calls.bearer(old.refresh()),
            "");
    return came.isGood() ? kept(line, came) : begun(line);
  }

  private Session begun(Line line) throws IOException {
    Connection c = line.connection();
    Map<String, Object> who = new HashMap<>();
    who.put("identifier", c.account().startsWith("@") ? c.account().substring(1) : c.account());
    who.put("password", line.secret());
    Calls.Came came =
        calls.post(c.id(), line.url("/xrpc/com.atproto.server.createSession"), Map.of(), who);
    if (!came.isGood()) {
      throw new Deaf(
          came.usual() == null
              ? new Answer.Later("it does not let us in: " + came.error())
              : came.usual());
    }
    return kept(line, came);
  }

  private Session kept(Line line, Calls.Came came) {
    Session session =
        new Session(
            came.said().path("did").asString(""),
            came.said().path("accessJwt").asString(""),
            came.said().path("refreshJwt").asString(""),
            line.secret());
    open.put(line.connection().id(), session);
    return session;
  }
}
