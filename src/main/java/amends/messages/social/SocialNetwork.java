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
