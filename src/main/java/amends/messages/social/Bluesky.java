package amends.messages.social;

import amends.messages.Answer;
import amends.messages.Connection;
import amends.messages.HttpAnswers;
import amends.shared.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Bluesky, by the AT Protocol's calls (XRPC): posts in a repository, messages in a chat. */
final class Bluesky implements SocialNetwork {
  private static final Pattern ACCOUNT =
      Pattern.compile("@?[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)+|did:[a-z]+:[\\w.:%-]+");
  private static final int LONGEST_POST = 300;
  private static final int LONGEST_MESSAGE = 1000;

  private final BlueskySessions sessions;
  private final BlueskyPosts posts;
  private final BlueskyChat chat;
  private final BlueskyEar ear;

  Bluesky(Calls calls, JsonMapper json) {
    this.sessions = new BlueskySessions(calls);
    this.posts = new BlueskyPosts(calls, sessions);
    this.chat = new BlueskyChat(calls, sessions);
    this.ear = new BlueskyEar(calls, sessions, chat, json);
  }

  @Override
  public String kind() {
    return "bluesky";
  }

  @Override
  public String usualUrl() {
    return "https://bsky.social";
  }

  @Override
  public void check(Connection.Draft draft) {
    if (!ACCOUNT.matcher(draft.account()).matches()) {
      throw new Refusal("account", "messages.social.handle");
    }
  }

  @Override
  public boolean isAccount(String address) {
    return ACCOUNT.matcher(address).matches();
  }

  @Override
  public int length(String text) {
    return Graphemes.in(text);
  }

  @Override
  public int longest(boolean open, String to) {
    return open ? LONGEST_POST : LONGEST_MESSAGE;
  }

  @Override
  public int longestPost() {
    return LONGEST_POST;
  }

  @Override
  public boolean unlists() {
    return false;
  }

  @Override
  public boolean changes() {
    return false;
  }

  @Override
  public Answer post(Line line, Post post) {
    Said said = new Said(true, "", List.of(post.text()), Ref.NONE, post.key(), post.at());
    return say(line, said);
  }

  @Override
  public Answer change(Line line, String reference, String text) {
    return new Answer.Refused("what stands there cannot be changed");
  }

  @Override
  public Answer remove(Line line, String reference) {
    try {
      return posts.remove(line, reference);
    } catch (Deaf deaf) {
      return deaf.answer();
    } catch (IOException e) {
      return Unreached.of(e);
    }
  }

  @Override
  public String link(String reference) {
    return BlueskyPosts.link(reference);
  }

  @Override
  public String test(Connection connection, String secret) {
    Line line = new Line(connection, secret);
    try {
      Calls.Came came = sessions.with(line, session -> posts.ourselves(line, session));
      return came.isGood() ? "" : came.error();
    } catch (Deaf deaf) {
      return deaf.answer().reply();
    } catch (IOException e) {
      return HttpAnswers.words(e);
    }
  }

  @Override
  public Answer say(Line line, Said said) {
    try {
      return said.open() ? posts.reply(line, said) : told(line, said);
    } catch (IOException e) {
      return Unreached.of(e);
    }
  }

  private Answer told(Line line, Said said) throws IOException {
    String them = ear.did(line, said.to(), said.answering());
    if (them.isEmpty()) {
      return new Answer.Refused("nobody there has this name");
    }
    String conversation = chat.conversation(line, them);
    Answer last = new Answer.Refused("nothing was to be said");
    for (String piece : said.pieces()) {
      last = chat.tell(line, conversation, piece, said.at());
      if (!(last instanceof Answer.Accepted)) {
        return last;
      }
    }
    return last;
  }

  @Override
  public Heard hear(Line line, String mark) throws IOException {
    return ear.hear(line, mark);
  }
}
