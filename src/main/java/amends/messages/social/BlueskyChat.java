package amends.messages.social;

import amends.messages.Answer;
import amends.messages.social.BlueskySessions.Session;
import amends.messages.social.SocialNetwork.Deaf;
import amends.messages.social.SocialNetwork.Line;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Direct messages. Most people take them only from whom they follow: the network then says so, and
 * the message goes another way. It knows no key by which a second try is told from a second
 * message; what stands there already is looked at before anything is said.
 */
final class BlueskyChat {
  private static final String PROXY = "atproto-proxy";
  private static final String CHAT = "did:web:api.bsky.chat#bsky_chat";

  private final Calls calls;
  private final BlueskySessions sessions;

  BlueskyChat(Calls calls, BlueskySessions sessions) {
    this.calls = calls;
    this.sessions = sessions;
  }

  /**
   * @throws Deaf when they cannot be told anything there
   */
  String conversation(Line line, String did) throws IOException {
    Calls.Came came = get(line, "getConvoForMembers?members=" + in(did));
    if (!came.isGood()) {
      throw new Deaf(came.refusal());
    }
    return came.said().path("convo").path("id").asString("");
  }

  Answer tell(Line line, String conversation, String words, Instant at) throws IOException {
    String said = said(line, conversation, words, at);
    if (!said.isEmpty()) {
      return new Answer.Accepted("it stood there already", said);
    }
    Map<String, Object> message = Map.of("convoId", conversation, "message", Map.of("text", words));
    Calls.Came came =
        sessions.with(
            line,
            session ->
                calls.post(
                    line.connection().id(),
                    line.url("/xrpc/chat.bsky.convo.sendMessage"),
                    Calls.bearer(session.access(), PROXY, CHAT),
                    message));
    return came.isGood()
        ? new Answer.Accepted(
            String.valueOf(came.answer().status()), came.said().path("id").asString(""))
        : came.refusal();
  }

  /** What of ours stands there with the same words since it was written. */
  private String said(Line line, String conversation, String words, Instant at) throws IOException {
    Session us = sessions.session(line);
    Calls.Came came = get(line, "getMessages?limit=20&convoId=" + in(conversation));
    if (!came.isGood()) {
      throw new Deaf(came.refusal());
    }
    for (JsonNode one : came.said().path("messages")) {
      boolean ours = one.path("sender").path("did").asString("").equals(us.did());
      if (ours && one.path("text").asString("").equals(words) && !isBefore(one, at)) {
        return one.path("id").asString("");
      }
    }
    return "";
  }

  /** Their clock and ours may differ by a minute. */
  private static boolean isBefore(JsonNode message, Instant at) {
    try {
      return Instant.parse(message.path("sentAt").asString("")).isBefore(at.minusSeconds(60));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** What happened in all conversations since a mark. */
  Calls.Came log(Line line, String cursor) throws IOException {
    return get(line, "getLog" + (cursor.isEmpty() ? "" : "?cursor=" + in(cursor)));
  }

  private Calls.Came get(Line line, String call) throws IOException {
    return sessions.with(
        line,
        session ->
            calls.get(
                line.connection().id(),
                line.url("/xrpc/chat.bsky.convo." + call),
                Calls.bearer(session.access(), PROXY, CHAT)));
  }

  private static String in(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
