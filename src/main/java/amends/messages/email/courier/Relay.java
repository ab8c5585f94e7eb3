package amends.messages.email.courier;

import amends.messages.Answer;
import amends.shared.Settings.Tls;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail server that takes what we send. Connections are kept for a while and used again; each
 * wait for it is bounded, and an interrupt ends it.
 */
public final class Relay implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Relay.class);
  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** Fewer than a courier has hands: a server that hangs leaves some for the others. */
  private static final int LINES = 8;

  private static final Duration ANOTHER_LOOK = Duration.ofSeconds(3);

  private final RelayOptions options;
  private final Session session;
  private final Deque<Line> idle = new ArrayDeque<>();
  private final Semaphore free = new Semaphore(LINES);

  private final @Nullable TokenSource tokens;
  private final @Nullable Trickle trickle;

  private record Line(SMTPTransport transport, long usedAt) {}

  /** Where a bearer token comes from, for each sign-in. */
  public interface TokenSource {
    String get() throws IOException;
  }

  public Relay(RelayOptions options) {
    this(options, null);
  }

  /** Signs in by XOAUTH2 where there are tokens. */
  public Relay(RelayOptions options, @Nullable TokenSource tokens) {
    this.options = options;
    this.tokens = tokens;
    int perMinute = options.server().perMinute();
    this.trickle = perMinute == 0 ? null : new Trickle(perMinute, System::nanoTime);
    this.session = Session.getInstance(properties(options, tokens != null));
  }

  /** Signs in and sends nothing. */
  public Answer knock() {
    try {
      giveBack(line());
      return new Answer.Accepted("");
    } catch (MessagingException e) {
      return new Answer.Later(Replies.words(e));
    }
  }

  /** How many more mails it is given at this moment. */
  public int free() {
    return Math.min(free.availablePermits(), room());
  }

  /** How many it is given now by its own pace, whatever it has in hand. */
  public int room() {
    return trickle == null ? Integer.MAX_VALUE : trickle.room();
  }

  /**
   * Hands over one mail; busy when the server has as many in hand as it is given at once.
   *
   * @param mailFrom the sender of the envelope, to which reports come back
   * @param mime the whole mail, sent as it is
   */
  public Answer send(String mailFrom, String to, byte[] mime) {
    if (!free.tryAcquire()) {
      return new Answer.Busy("its mail server is busy", ANOTHER_LOOK);
    }
    try {
      return trickle == null || trickle.take()
          ? handed(mailFrom, to, mime)
          : new Answer.Busy("it gets no more in a minute than was set", trickle.pause());
    } finally {
      free.release();
    }
  }

  private Answer handed(String mailFrom, String to, byte[] mime) {
    SMTPTransport transport;
    try {
      transport = line();
    } catch (MessagingException e) {
      return new Answer.Later(Replies.words(e));
    }
    Letter letter = null;
    try {
      letter = new Letter(session, mailFrom, mime);
      transport.sendMessage(letter, new Address[] {new InternetAddress(to)});
      String reply = Replies.line(transport.getLastServerResponse());
      giveBack(transport);
      return new Answer.Accepted(reply);
    } catch (MessagingException e) {
      hangUp(transport);
      return Replies.answer(e, letter != null && letter.isUnderWay());
    }
  }

  private SMTPTransport line() throws MessagingException {
    SMTPTransport kept = kept();
    if (kept != null) {
      return kept;
    }
    boolean implicit = options.server().tls() == Tls.IMPLICIT;
    SMTPTransport transport = (SMTPTransport) session.getTransport(implicit ? "smtps" : "smtp");
    String user = options.server().user();
    transport.connect(
        options.server().host(),
        options.server().port(),
        user.isEmpty() ? null : user,
        user.isEmpty() ? null : secret());
    return transport;
  }

  private String secret() throws MessagingException {
    try {
      return tokens == null ? options.server().password() : tokens.get();
    } catch (IOException e) {
      throw new MessagingException(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable SMTPTransport kept() {
    while (true) {
      Line line;
      synchronized (idle) {
        line = idle.pollLast();
      }
      if (line == null) {
        return null;
      }
      // Angus asks the server with a NOOP whether the line still stands.
      if (System.nanoTime() - line.usedAt() < KEPT_NANOS && line.transport().isConnected()) {
        return line.transport();
      }
      hangUp(line.transport());
    }
  }

  private void giveBack(SMTPTransport transport) {
    synchronized (idle) {
      idle.addLast(new Line(transport, System.nanoTime()));
    }
  }

  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      log.debug("closing a line to the mail server", e);
    }
  }

  @Override
  public void close() {
    synchronized (idle) {
      idle.forEach(line -> hangUp(line.transport()));
      idle.clear();
    }
  }

  private static Properties properties(RelayOptions options, boolean tokens) {
    Properties properties = new Properties();
    for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
      properties.put(protocol + "localhost", options.hostName());
      properties.put(protocol + "connectiontimeout", millis(options.connect()));
      properties.put(protocol + "timeout", millis(options.read()));
      properties.put(protocol + "writetimeout", millis(options.read()));
      properties.put(protocol + "quitwait", "false");
      properties.put(protocol + "ssl.checkserveridentity", "true");
      properties.put(protocol + "auth", String.valueOf(!options.server().user().isEmpty()));
    }
    if (tokens) {
      properties.put("mail.smtp.auth.mechanisms", "XOAUTH2");
      properties.put("mail.smtps.auth.mechanisms", "XOAUTH2");
    }
    boolean startTls = options.server().tls() == Tls.STARTTLS;
    properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
    properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
    return properties;
  }

  private static String millis(java.time.Duration time) {
    return String.valueOf(time.toMillis());
  }
}
