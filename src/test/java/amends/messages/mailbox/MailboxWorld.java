package amends.messages.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.email.door.Doorstep;
import amends.shared.Actor;
import amends.shared.Settings.Tls;
import amends.staff.NewBrand;
import amends.staff.Staff;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail server with one mailbox, and the nodes that read it. */
@DatabaseTest
abstract class MailboxWorld {
  static final Actor ADA = Actor.person(1);
  static final String PASSWORD = "correct horse";

  @Autowired JdbcClient sql;
  @Autowired Mailboxes mailboxes;
  @Autowired NotOurs notOurs;
  @Autowired Doorstep door;
  @Autowired Watch.Tools tools;
  @Autowired MailboxRows rows;
  @Autowired TestClock clock;
  @Autowired Staff staff;

  GreenMail server;
  GreenMailUser user;
  MailboxDuty node;
  private final List<MailboxDuty> nodes = new ArrayList<>();

  @BeforeEach
  void fresh() {
    new AsOwner()
        .run("truncate inbound, blob, mailbox, mailbox_mail, not_ours, held_mail, message cascade");
    clock.set(TestClock.START);
    if (staff.defaultBrand().isEmpty()) {
      staff.addBrand(
          new NewBrand("Kettle & Co", "help@example.net", Locale.ENGLISH, ZoneId.of("UTC")),
          Actor.OPERATOR);
    }
    server = started(0);
    user = person(server);
    node = node(MailboxDuty.Times.USUAL);
  }

  void open(int port) {
    server = started(port);
    user = person(server);
  }

  private static GreenMail started(int port) {
    GreenMail made = new GreenMail(new ServerSetup(port, "127.0.0.1", "imap"));
    made.start();
    return made;
  }

  private static GreenMailUser person(GreenMail at) {
    try {
      return at.getUserManager().createUser("help@example.net", "help", PASSWORD);
    } catch (UserException e) {
      throw new IllegalStateException(e);
    }
  }

  MailboxDuty node(MailboxDuty.Times times) {
    MailboxDuty made = new MailboxDuty(tools, rows, times);
    nodes.add(made);
    return made;
  }

  @AfterEach
  void close() {
    nodes.forEach(MailboxDuty::close);
    server.stop();
  }

  long add(boolean fromStart) {
    return add("INBOX", fromStart);
  }

  long add(String folder, boolean fromStart) {
    return mailboxes.add(draft(folder, PASSWORD, fromStart), ADA);
  }

  Mailbox.Draft draft(String folder, String password, boolean fromStart) {
    return new Mailbox.Draft(
        "Help",
        new Mailbox.Server("127.0.0.1", server.getImap().getPort(), Tls.NONE),
        "help",
        password,
        folder,
        "help@example.net",
        fromStart,
        null);
  }

  /** Until all that lies there is taken. */
  void watch() {
    node.perform();
    until(() -> node.watching() > 0 && node.isQuiet());
  }

  void put(String id, String words) {
    append("INBOX", id, words);
  }

  void append(String folder, String id, String words) {
    append(folder, mail(id, words));
  }

  void append(String folder, String mime) {
    try {
      MailFolder into = server.getManagers().getImapHostManager().getFolder(user, folder);
      Session session = Session.getInstance(new Properties());
      byte[] bytes = mime.getBytes(StandardCharsets.UTF_8);
      into.appendMessage(
          new MimeMessage(session, new ByteArrayInputStream(bytes)),
          new Flags(),
          Date.from(Instant.EPOCH));
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  MailFolder inbox() throws FolderException {
    return server.getManagers().getImapHostManager().getInbox(user);
  }

  static String mail(String id, String words) {
    return "From: Ann Lee <ann@x.example>\r\nTo: help@example.net\r\nSubject: My jug\r\nMessage-ID: "
        + id
        + "\r\nDate: Tue, 12 May 2026 13:00:00 +0000\r\n\r\n"
        + words
        + "\r\n";
  }

  long stored() {
    return count("inbound");
  }

  long count(String what) {
    return sql.sql("select count(*) from " + what).query(Long.class).single();
  }

  static void until(BooleanSupplier done) {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
