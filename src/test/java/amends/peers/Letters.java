package amends.peers;

import amends.messages.email.MailReader;
import amends.testing.FakeRelay.Got;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stands in a mail that was caught. */
final class Letters {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[\\w/-]");

  private Letters() {}

  static String words(Got got) {
    return MailReader.read(got.raw()).text();
  }

  /** Where an answer to it goes. */
  static String replyTo(Got got) {
    return got.header("Reply-To").replaceAll("(?s).*<|>", "").strip();
  }

  static List<String> links(Got got) {
    return LINK.matcher(words(got)).results().map(MatchResult::group).distinct().toList();
  }
}
