package amends.messages.social;

import amends.messages.Answer;
import amends.messages.Connection;
import amends.messages.HttpAnswers;
import amends.messages.email.HtmlText;
import amends.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Mastodon's API, version 1, which several other servers speak too. A direct message there is a
 * post that only those it names may read.
 */
final class Mastodon implements SocialNetwork {
  private static final Pattern ACCOUNT = Pattern.compile("@?[\\w.-]+@[\\w-]+(\\.[\\w-]+)*(:\\d+)?");
  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  // What a server counts for a link however long, and the usual longest post.
  private static final String ANY_LINK = "x".repeat(23);
  private static final int LONGEST = 500;
  private static final int PAGE = 40;

  private final Calls calls;
  private final MastodonPosts posts;

  Mastodon(Calls calls) {
    this.calls = calls;
    this.posts = new MastodonPosts(calls);
  }

  @Override
  public String kind() {
    return "mastodon";
  }

  @Override
  public String usualUrl() {
    return "";
  }

  @Override
  public void check(Connection.Draft draft) {
    if (draft.account().isEmpty() || draft.account().contains(" ")) {
      throw new Refusal("account", "messages.social.account");
    }
  }

  @Override
  public boolean isAccount(String address) {
    return ACCOUNT.matcher(address).matches();
  }

  @Override
  public int length(String text) {
    return counted(text);
  }

  static int counted(String text) {
    return Graphemes.in(LINK.matcher(text).replaceAll(ANY_LINK));
  }

  @Override
  public int longest(boolean open, String to) {
    return room(to);
  }

  /** Whom it is for stands before it and counts without the server's name. */
  static int room(String to) {
    return LONGEST - named(to).split("@", -1)[1].length() - 2;
  }

  private static String named(String to) {
    return to.startsWith("@") ? to : "@" + to;
  }

  @Override
  public int longestPost() {
    return LONGEST;
  }

  @Override
  public boolean unlists() {
    return true;
  }

  @Override
  public boolean changes() {
    return true;
  }

  @Override
  public Answer post(Line line, Post post) {
    return posts.post(line, post);
  }

  @Override
  public Answer change(Line line, String reference, String text) {
    return posts.change(line, reference, text);
  }

  @Override
  public Answer remove(Line line, String reference) {
    return posts.remove(line, reference);
  }

  @Override
  public String link(String reference) {
    return MastodonPosts.link(reference);
  }

  @Override
  public String test(Connection connection, String secret) {
    try {
      Calls.Came came =
          calls.get(
              connection.id(),
              connection.url() + "/api/v1/accounts/verify_credentials",
              Calls.bearer(secret));
      return came.isGood() ? "" : came.error();
    } catch (IOException e) {
      return HttpAnswers.words(e);
    }
  }

  @Override
  public Answer say(Line line, Said said) {
    String before = said.answering().name(0);
    Answer last = new Answer.Refused("nothing was to be said");
    for (int i = 0; i < said.pieces().size(); i++) {
      last = piece(line, said, i, before);
      if (!(last instanceof Answer.Accepted accepted)) {
        return last;
      }
      before = accepted.reference();
    }
    return last;
  }

  /** The server knows the key for an hour and answers a second time with the same post. */
  private Answer piece(Line line, Said said, int number, String before) {
    Map<String, Object> post = new LinkedHashMap<>();
    post.put("status", named(said.to()) + " " + said.pieces().get(number));
    post.put("visibility", said.open() ? "unlisted" : "direct");
    if (!before.isEmpty()) {
      post.put("in_reply_to_id", before);
    }
    String key = said.key() + (number == 0 ? "" : "-" + (number + 1));
    try {
      Calls.Came came =
          calls.post(
              line.connection().id(),
              line.url("/api/v1/statuses"),
              Calls.bearer(line.secret(), "Idempotency-Key", key),
              post);
      return came.isGood()
          ? new Answer.Accepted(
              String.valueOf(came.answer().status()), came.said().path("id").asString(""))
          : came.refusal();
    } catch (IOException e) {
      return Unreached.of(e);
    }
  }

  /**
   * Forward from the mark, page by page: {@code since_id} would give the newest and leave a hole
   * when more came than one page holds.
   */
  @Override
  public Heard hear(Line line, String mark) throws IOException {
    String from = mark.isEmpty() ? "" : "&min_id=" + mark;
    Calls.Came came =
        calls.get(
            line.connection().id(),
            line.url(
                "/api/v1/notifications?types%5B%5D=mention&limit="
                    + (mark.isEmpty() ? 1 : PAGE)
                    + from),
            Calls.bearer(line.secret()));
    if (!came.isGood() || !came.said().isArray()) {
      throw new Deaf(came.refusal());
    }
    List<JsonNode> all = new ArrayList<>(came.said().values());
    all.sort(BY_ID);
    String last = all.isEmpty() ? mark : all.getLast().path("id").asString(mark);
    if (mark.isEmpty()) {
      return new Heard(List.of(), last.isEmpty() ? "0" : last, false);
    }
    String host = URI.create(line.connection().url()).getAuthority();
    String ourselves = full(line.connection().account(), host);
    List<Mention> mentions =
        all.stream()
            .filter(n -> n.path("type").asString("").equals("mention"))
            .map(n -> mention(n, host))
            .filter(m -> !m.account().equalsIgnoreCase(ourselves))
            .toList();
    return new Heard(mentions, last, all.size() == PAGE);
  }

  /** Their numbers are words: a longer one is higher. */
  private static final Comparator<JsonNode> BY_ID =
      Comparator.<JsonNode>comparingInt(n -> n.path("id").asString("").length())
          .thenComparing(n -> n.path("id").asString(""));

  private static Mention mention(JsonNode notification, String host) {
    JsonNode status = notification.path("status");
    JsonNode account = status.path("account");
    boolean open = !List.of("direct", "private").contains(status.path("visibility").asString(""));
    String warning = status.path("spoiler_text").asString("");
    String words = HtmlText.of(status.path("content").asString(""));
    return new Mention(
        Ref.of(open, status.path("id").asString("")),
        full(account.path("acct").asString(""), host),
        account.path("display_name").asString(""),
        warning.isBlank() ? words : warning + "\n\n" + words,
        status.path("in_reply_to_id").asString(""),
        notification.path("id").asString(""));
  }

  /** Who lives on our own server is written there without its name. */
  private static String full(String account, String host) {
    String bare = account.startsWith("@") ? account.substring(1) : account;
    return "@" + (bare.contains("@") ? bare : bare + "@" + host);
  }
}
