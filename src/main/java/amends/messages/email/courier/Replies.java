package amends.messages.email.courier;

import amends.messages.Answer;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Reads what a mail server said out of the exceptions that carry it. */
final class Replies {
  private static final int LONGEST = 300;
  private static final int CHAIN = 10;

  private Replies() {}

  private record Said(int code, String words) {}

  /**
   * @param underWay whether the mail itself had begun to leave
   */
  static Answer answer(MessagingException trouble, boolean underWay) {
    Said said = said(trouble);
    if (said == null || said.code() < 400) {
      return underWay ? new Answer.Unknown(silence(trouble)) : new Answer.Later(words(trouble));
    }
    return isForGood(said.code())
        ? new Answer.Refused(said.words())
        : new Answer.Later(said.words());
  }

  /** Codes about who we are (530, 535, 538) say nothing about the recipient. */
  private static boolean isForGood(int code) {
    return code >= 500 && code != 530 && code != 535 && code != 538;
  }

  private static @Nullable Said said(MessagingException trouble) {
    Said found = null;
    Exception next = trouble;
    for (int i = 0; i < CHAIN && next instanceof MessagingException e; i++) {
      Said here =
          switch (e) {
            case SMTPAddressFailedException a -> new Said(a.getReturnCode(), line(a.getMessage()));
            case SMTPSenderFailedException s -> new Said(s.getReturnCode(), line(s.getMessage()));
            case SMTPSendFailedException s -> new Said(s.getReturnCode(), line(s.getMessage()));
            default -> null;
          };
      // What was said about the address says more than what was said about the whole.
      if (here != null
          && here.code() >= 400
          && (found == null || e instanceof SMTPAddressFailedException)) {
        found = here;
      }
      next = e.getNextException();
    }
    return found;
  }

  /** How it ended without a word: a library's name for that says nothing to people. */
  private static String silence(MessagingException trouble) {
    String words = words(trouble);
    if (words.contains("[EOF]")) {
      return "It hung up before it answered.";
    }
    return words.contains("timed out") ? "It did not answer in time." : words;
  }

  static String words(MessagingException trouble) {
    Exception next = trouble.getNextException();
    String cause = next == null ? "" : ": " + next.getMessage();
    return line(trouble.getMessage() + cause);
  }

  static String line(@Nullable String words) {
    String line = words == null ? "" : words.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }
}
