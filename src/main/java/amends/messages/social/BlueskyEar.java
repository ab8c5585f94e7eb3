package amends.messages.social;

import amends.messages.social.BlueskySessions.Session;
import amends.messages.social.SocialNetwork.Deaf;
import amends.messages.social.SocialNetwork.Heard;
import amends.messages.social.SocialNetwork.Line;
import amends.messages.social.SocialNetwork.Mention;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hears mentions and answers in public, and what is said in the chat: a mark for each. */
final class BlueskyEar {
  // Listed the newest first: the mark is looked for page by page.
  private static final int PAGES = 40;
  private static final int PAGE = 50;

  private final Calls calls;
  private final BlueskySessions sessions;
  private final BlueskyChat chat;
  private final JsonMapper json;

  BlueskyEar(Calls calls, BlueskySessions sessions, BlueskyChat chat, JsonMapper json) {
    this.calls = calls;
    this.sessions = sessions;
    this.chat = chat;
    this.json = json;
  }

  /**
   * @param open the moment and address of the newest public post that was heard
   * @param chat the chat's own mark
   */
  private record Mark(String open, String chat) {}

  Heard hear(Line line, String written) throws IOException {
    Mark mark = read(written);
    boolean fresh = written.isEmpty();
    List<Mention> all = new ArrayList<>();
    List<JsonNode> posts = posts(line, mark.open(), fresh);
    String open = mark.open();
    for (JsonNode post : posts) {
      open = place(post);
      if (!fresh) {
        all.add(inPublic(post, written(new Mark(open, mark.chat()))));
      }
    }
    String cursor = fresh ? newest(line) : direct(line, new Mark(open, mark.chat()), all);
    return new Heard(all, written(new Mark(open.isEmpty() ? "0" : open, cursor)), false);
  }

  private List<JsonNode> posts(Line line, String since, boolean fresh) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      Calls.Came came = page(line, cursor);
      if (!came.isGood()) {
        throw new Deaf(came.refusal());
      }
      for (JsonNode post : came.said().path("notifications")) {
        if (fresh) {
          return List.of(post);
        }
        if (place(post).compareTo(since) <= 0) {
          return found.reversed();
        }
        found.add(post);
      }
      cursor = came.said().path("cursor").asString("");
      if (cursor.isEmpty()) {
        return found.reversed();
      }
    }
    return found.reversed();
  }

  private Calls.Came page(Line line, String cursor) throws IOException {
    String from = cursor.isEmpty() ? "" : "&cursor=" + in(cursor);
    return sessions.with(
        line,
        session ->
            calls.get(
                line.connection().id(),
                line.url(
                    "/xrpc/app.bsky.notification.listNotifications?reasons=mention&reasons=reply&limit="
                        + PAGE
                        + from),
                Calls.bearer(session.access())));
  }

  private static String place(JsonNode post) {
    return post.path("indexedAt").asString("") + "|" + post.path("uri").asString("");
  }

  private static Mention inPublic(JsonNode post, String mark) {
    JsonNode reply = post.path("record").path("reply");
    String uri = post.path("uri").asString("");
    String cid = post.path("cid").asString("");
    return new Mention(
        Ref.of(
            true,
            uri,
            cid,
            reply.path("root").path("uri").asString(uri),
            reply.path("root").path("cid").asString(cid)),
        "@" + post.path("author").path("handle").asString(""),
        post.path("author").path("displayName").asString(""),
        post.path("record").path("text").asString(""),
        reply.path("parent").path("uri").asString(""),
        mark);
  }

  /** An account that may not use the chat hears what is public all the same. */
  private String direct(Line line, Mark mark, List<Mention> all) throws IOException {
    Calls.Came came = chat.log(line, mark.chat());
    if (!came.isGood()) {
      if (came.answer().status() == 429 || came.answer().status() >= 500) {
        throw new Deaf(came.refusal());
      }
      return mark.chat();
    }
    Session us = sessions.session(line);
    for (JsonNode event : came.said().path("logs")) {
      String sender = event.path("message").path("sender").path("did").asString("");
      if (event.path("$type").asString("").endsWith("#logCreateMessage")
          && !sender.equals(us.did())) {
        all.add(direct(line, event, sender, written(new Mark(mark.open(), rev(event)))));
      }
    }
    return came.said().path("cursor").asString(mark.chat());
  }

  private String newest(Line line) throws IOException {
    Calls.Came came = chat.log(line, "");
    return came.isGood() ? came.said().path("cursor").asString("") : "";
  }

  private static String rev(JsonNode event) {
    return event.path("rev").asString("");
  }

  private Mention direct(Line line, JsonNode event, String sender, String mark) throws IOException {
    JsonNode message = event.path("message");
    Calls.Came who =
        sessions.with(
            line,
            session ->
                calls.get(
                    line.connection().id(),
                    line.url("/xrpc/app.bsky.actor.getProfile?actor=" + in(sender)),
                    Calls.bearer(session.access())));
    if (!who.isGood()) {
      throw new Deaf(who.refusal());
    }
    return new Mention(
        Ref.of(false, sender, message.path("id").asString("")),
        "@" + who.said().path("handle").asString(sender),
        who.said().path("displayName").asString(""),
        message.path("text").asString(""),
        "",
        mark);
  }

  /** Names may change hands; whoever wrote is known by what does not. Empty when nobody is. */
  String did(Line line, String account, Ref answering) throws IOException {
    String first = answering.name(0);
    if (first.startsWith("did:")) {
      return first;
    }
    if (first.startsWith("at://")) {
      return first.substring("at://".length()).split("/", 2)[0];
    }
    if (account.startsWith("did:")) {
      return account;
    }
    String handle = account.startsWith("@") ? account.substring(1) : account;
    Calls.Came came =
        calls.get(
            line.connection().id(),
            line.url("/xrpc/com.atproto.identity.resolveHandle?handle=" + in(handle)),
            Map.of());
    if (came.usual() != null) {
      throw new Deaf(came.usual());
    }
    return came.said().path("did").asString("");
  }

  private Mark read(String written) {
    try {
      JsonNode mark = json.readTree(written.isEmpty() ? "{}" : written);
      return new Mark(mark.path("open").asString(""), mark.path("chat").asString(""));
    } catch (JacksonException e) {
      return new Mark("", "");
    }
  }

  private String written(Mark mark) {
    return json.writeValueAsString(Map.of("open", mark.open(), "chat", mark.chat()));
  }

  private static String in(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
