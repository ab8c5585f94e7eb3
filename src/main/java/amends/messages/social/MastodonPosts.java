package amends.messages.social;

import amends.messages.Answer;
import amends.messages.social.SocialNetwork.Line;
import amends.messages.social.SocialNetwork.Post;
import java.io.IOException;
import java.util.Map;

/**
 * Posts that answer nobody. The server calls one by a number and tells where it is read: both are
 * kept, with a space between.
 */
final class MastodonPosts {
  private static final String STATUSES = "/api/v1/statuses";

  private final Calls calls;

  MastodonPosts(Calls calls) {
    this.calls = calls;
  }

  private interface Call {
    Calls.Came made() throws IOException;
  }

  Answer post(Line line, Post post) {
    Map<String, Object> status =
        Map.of("status", post.text(), "visibility", post.listed() ? "public" : "unlisted");
    return answer(() ->
        calls.post(
            line.connection().id(),
            line.url(STATUSES),
            Calls.bearer(line.secret(), "Idempotency-Key", post.key()),
            status));
  }

  Answer change(Line line, String reference, String text) {
    return answer(() ->
        calls.put(
            line.connection().id(),
            line.url(STATUSES + "/" + id(reference)),
            Calls.bearer(line.secret()),
            Map.of("status", text)));
  }

  Answer remove(Line line, String reference) {
    try {
      Calls.Came came =
          calls.delete(
              line.connection().id(),
              line.url(STATUSES + "/" + id(reference)),
              Calls.bearer(line.secret()));
      boolean gone = came.answer().status() == 404 || came.answer().status() == 410;
      return came.isGood() || gone
          ? new Answer.Accepted(String.valueOf(came.answer().status()), reference)
          : came.refusal();
    } catch (IOException e) {
      return Unreached.of(e);
    }
  }

  private static Answer answer(Call call) {
    try {
      Calls.Came came = call.made();
      if (!came.isGood()) {
        return came.refusal();
      }
      String id = came.said().path("id").asString("");
      String url = came.said().path("url").asString("");
      return new Answer.Accepted(
          String.valueOf(came.answer().status()), url.isEmpty() ? id : id + " " + url);
    } catch (IOException e) {
      return Unreached.of(e);
    }
  }

  /** Digits and letters: whatever a server may call it, it leads nowhere else. */
  private static String id(String reference) {
    return reference.split(" ", 2)[0].replaceAll("[^\\w-]", "");
  }

  static String link(String reference) {
    String[] both = reference.split(" ", 2);
    return both.length == 2 && both[1].startsWith("https://") && !both[1].contains(" ")
        ? both[1]
        : "";
  }
}
