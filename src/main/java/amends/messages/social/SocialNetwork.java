package amends.messages.social;

import amends.messages.Answer;
import amends.messages.Connection;
import amends.messages.Medium;
import amends.messages.Provider;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** How one kind of network is spoken with: what is said there, and what is heard. */
interface SocialNetwork extends Provider {
  @Override
  default Medium medium() {
    return Medium.SOCIAL;
  }

  /** Whether an account is written like this there. */
  boolean isAccount(String address);

  /** How long a text is, as this network counts it. */
  int length(String text);

  /**
   * How long one may be.
   *
   * @param open for everybody to read
   */
  int longest(boolean open, String to);

  /** How long a post that answers nobody may be. */
  int longestPost();

  /** Whether a post can be kept out of the lists that everybody looks through. */
  boolean unlists();

  /** Whether the words of a post can be changed once it stands there. */
  boolean changes();

  /** Says something that answers nobody; the same key makes it the same post. */
  Answer post(Line line, Post post);

  /**
   * Other words for what stands there.
   *
   * @param reference what the network calls it
   */
  Answer change(Line line, String reference, String text);

  /** Takes it down; what is not there any more is taken down. */
  Answer remove(Line line, String reference);

  /** Where everybody reads it; empty where that cannot be said. */
  String link(String reference);

  /** Says it: in public below what it answers, or to one account only. */
  Answer say(Line line, Said said);

  /**
   * What was said to us after a mark, the oldest first. An empty mark is that of somebody who has
   * just come: what was said before is not ours.
   *
   * @throws Deaf when it did not say, with the reason in words
   * @throws IOException when it was not reached
   */
  Heard hear(Line line, String mark) throws IOException;

  /** Who speaks. */
  record Line(Connection connection, String secret) {
    String url(String path) {
      return connection.url() + path;
    }

    @Override
    public String toString() {
      return "Line[" + connection.id() + "]";
    }
  }

  /**
   * What is to be said.
   *
   * @param answering what it answers; {@link Ref#NONE} when nothing
   * @param key the same at each try
   * @param at when it was written
   */
  record Said(
      boolean open, String to, List<String> pieces, Ref answering, String key, Instant at) {}

  /**
   * A post of ours.
   *
   * @param listed also in the lists that everybody looks through
   * @param key the same at each try
   * @param at when it was let go
   */
  record Post(String text, boolean listed, String key, Instant at) {}

  /**
   * Something that was said to us.
   *
   * @param mark up to where has been heard once this is taken in
   * @param parent what the network calls that which it answers; empty when nothing
   */
  record Mention(Ref ref, String account, String name, String words, String parent, String mark) {}

  /**
   * @param mark up to where has been heard once all of them are taken in
   * @param more whether there is more at once
   */
  record Heard(List<Mention> mentions, String mark, boolean more) {}

  /** It answered, and not with what was asked for. */
  final class Deaf extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Answer answer;

    Deaf(Answer answer) {
      super(answer.reply());
      this.answer = answer;
    }

    Answer answer() {
      return answer;
    }
  }
}
