package amends.messages.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * What went wrong with a mailbox, in words that say how to mend it.
 *
 * @param key of a sentence
 * @param detail one line of what the other side said; never a secret
 */
public record ImapTrouble(String key, String detail) {
  private static final int LONGEST = 300;
  private static final int CHAIN = 12;

  static ImapTrouble of(Throwable trouble) {
    Throwable at = trouble;
    for (int i = 0; i < CHAIN && at != null; i++) {
      String key = key(at);
      if (key != null) {
        return new ImapTrouble(key, line(at.getMessage()));
      }
      at = next(at);
    }
    return new ImapTrouble("messages.mailbox.trouble.other", line(root(trouble).getMessage()));
  }

  private static @org.jspecify.annotations.Nullable String key(Throwable e) {
    return switch (e) {
      case Passes.NoToken token -> token.key();
      case Missing ignored -> "messages.mailbox.trouble.folder";
      case FolderNotFoundException ignored -> "messages.mailbox.trouble.folder";
      case AuthenticationFailedException ignored -> "messages.mailbox.trouble.sign-in";
      case CertificateException ignored -> "messages.mailbox.trouble.certificate";
      case UnknownHostException ignored -> "messages.mailbox.trouble.host";
      case ConnectException ignored -> "messages.mailbox.trouble.connect";
      case NoRouteToHostException ignored -> "messages.mailbox.trouble.connect";
      case SocketTimeoutException ignored -> "messages.mailbox.trouble.silent";
      case SSLException ssl when next(ssl) == null || next(ssl) == ssl ->
          "messages.mailbox.trouble.tls";
      default -> null;
    };
  }

  private static @org.jspecify.annotations.Nullable Throwable next(Throwable e) {
    if (e instanceof MailConnectException connect) {
      return connect.getCause() == null ? connect.getNextException() : connect.getCause();
    }
    if (e instanceof MessagingException mail && mail.getNextException() != null) {
      return mail.getNextException();
    }
    return e.getCause();
  }

  private static Throwable root(Throwable trouble) {
    Throwable at = trouble;
    for (int i = 0; i < CHAIN; i++) {
      Throwable next = next(at);
      if (next == null) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static String line(@org.jspecify.annotations.Nullable String words) {
    String line = words == null ? "" : words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }

  /** The folder is not there. */
  static final class Missing extends MessagingException {
    private static final long serialVersionUID = 1L;

    Missing(String folder) {
      super(folder);
    }
  }
}
