package amends.app.demo;

import amends.messages.Answer;
import amends.messages.Catcher;
import amends.messages.Caught;
import amends.messages.email.courier.Relay;
import amends.messages.email.courier.RelayOptions;
import amends.messages.email.door.Door;
import amends.shared.Settings;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The mail programs of Fernhill's customers: they write to the real door and read the catcher. */
final class Post implements AutoCloseable {
  static final String HELP = "help@fernhill.example";
  private static final int PAGE = 60;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Catcher catcher;
  private final InstantSource clock;
  private final Relay relay;
  private int number;

  Post(Door door, Catcher catcher, InstantSource clock) {
    this.catcher = catcher;
    this.clock = clock;
    Settings.Smtp server = new Settings.Smtp("127.0.0.1", door.port(), "", "", Settings.Tls.NONE);
    this.relay = new Relay(new RelayOptions(server, "post.example"));
  }

  /** A plain letter to the help address. */
  void write(String from, String subject, String words) {
    write(from, HELP, "", subject, words);
  }

  /** An answer to the last mail that this address has received from us. */
  void answer(String from, String to, String words) {
    Caught last = last(to);
    String id = header(last, "Message-ID");
    String subject = last.mail().subject();
    write(
        from,
        header(last, "Reply-To").replaceFirst("(?s).*<", "").replace(">", "").strip(),
        "In-Reply-To: " + id + "\nReferences: " + id + "\n",
        subject.startsWith("Re:") ? subject : "Re: " + subject,
        words + "\n\n> " + last.mail().text().strip().replace("\n", "\n> "));
  }

  private void write(String from, String to, String headers, String subject, String words) {
    String plain = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n";
    raw(from, to, headers + "Subject: " + subject + "\n" + plain + "\n" + words);
  }

  /** Any mail; {@code rest} is further headers, an empty line and the body. */
  void raw(String from, String to, String rest) {
    String sender = from.replaceFirst("(?s).*<", "").replace(">", "");
    String head =
        "From: %s\nTo: %s\nDate: %s\nMessage-ID: <%d.%d@%s>\nMIME-Version: 1.0\n"
            .formatted(
                from,
                to,
                DATE.format(clock.instant()),
                clock.instant().getEpochSecond(),
                ++number,
                sender.substring(sender.indexOf('@') + 1));
    byte[] mime =
        (head + rest.strip() + "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    Answer answer = relay.send(sender, to, mime);
    if (!(answer instanceof Answer.Accepted)) {
      throw new IllegalStateException("the door did not take a mail: " + answer.reply());
    }
  }

  /** However much others have received since. */
  private Caught last(String to) {
    List<Caught> page = catcher.newest(null, PAGE);
    while (!page.isEmpty()) {
      for (Caught mail : page) {
        if (mail.envelopeTo().equalsIgnoreCase(to)) {
          return mail;
        }
      }
      page = catcher.newest(page.getLast().id(), PAGE);
    }
    throw new IllegalStateException(to + " has received nothing yet");
  }

  private static String header(Caught mail, String name) {
    return mail.mail().header(name).getFirst();
  }

  @Override
  public void close() {
    relay.close();
  }
}
