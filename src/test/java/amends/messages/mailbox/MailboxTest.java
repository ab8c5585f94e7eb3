package amends.messages.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Refusal;
import amends.shared.Settings.Tls;
import amends.testing.AsOwner;
import amends.testing.TestClock;
import com.icegreen.greenmail.imap.ImapHostManager;
import jakarta.mail.Flags;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Mail is taken from mailboxes: each once, none lost, nothing changed in them. */
class MailboxTest extends MailboxWorld {
  @Test
  void takesWhatArrivesWhileItWatchesAndMarksNothing() throws Exception {
    put("<old@x.example>", "It lay there before");
    long id = add(false);
    watch();
    assertThat(stored()).isZero();

    put("<one@x.example>", "My jug arrived broken");
    until(() -> stored() == 1);

    assertThat(
            sql.sql("select convert_from(content, 'UTF8') from blob").query(String.class).single())
        .contains("My jug arrived broken")
        .contains("Message-ID: <one@x.example>");
    assertThat(sql.sql("select envelope_to from inbound").query(String.class).single())
        .contains("help@example.net");
    for (var mail : inbox().getMessages()) {
      assertThat(mail.getFlags().contains(Flags.Flag.SEEN)).isFalse();
      assertThat(mail.getFlags().contains(Flags.Flag.DELETED)).isFalse();
    }
    Mailbox.State state = mailboxes.get(id).state();
    assertThat(state.trouble()).isNull();
    assertThat(state.taken()).isEqualTo(1);
    assertThat(state.okAt()).isEqualTo(TestClock.START);
  }

  @Test
  void takesWhatLayThereWhenThatIsWanted() throws Exception {
    put("<a@x.example>", "first");
    put("<b@x.example>", "second");
    add(true);
    watch();
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void goesOnWhereItStoppedAndTakesNothingTwice() throws Exception {
    add(true);
    put("<a@x.example>", "first");
    watch();
    node.close();
    put("<b@x.example>", "while nobody watched");

    node = node(MailboxDuty.Times.USUAL);
    watch();

    assertThat(stored()).isEqualTo(2);
    assertThat(count("mailbox_mail where what = 'taken'")).isEqualTo(2);
  }

  @Test
  void theSameMailByTwoWaysAndManyTimesIsOne() throws Exception {
    add(true);
    String words = mail("<same@x.example>", "My jug arrived broken");
    byte[] bySmtp =
        ("Received: from a by b; Tue, 12 May 2026 13:00:01 +0000\r\n" + words)
            .getBytes(StandardCharsets.UTF_8);
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        int way = i;
        all.add(
            hands.submit(() -> {
              if (way % 2 == 0) {
                door.lay("ann@x.example", List.of("help@example.net"), bySmtp);
              } else {
                put("<same@x.example>", "My jug arrived broken");
              }
            }));
      }
      node.perform();
      for (Future<?> one : all) {
        one.get();
      }
    }
    until(() -> count("mailbox_mail") == 10);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void aMailboxThatNumbersAnewIsKnownByItsMails() throws Exception {
    server.getManagers().getImapHostManager().createMailbox(user, "Support");
    long id = add("Support", true);
    append("Support", "<a@x.example>", "first");
    append("Support", "<b@x.example>", "second");
    watch();
    assertThat(stored()).isEqualTo(2);
    Long before = mailboxes.get(id).validity();
    node.close();
    new AsOwner().run("truncate inbound cascade");

    ImapHostManager store = server.getManagers().getImapHostManager();
    store.deleteMailbox(user, "Support");
    until(() -> System.nanoTime() % 1_000_000 >= 0);
    store.createMailbox(user, "Support");
    sql.sql("update mailbox set validity = validity - 1 where validity = :now")
        .param("now", store.getFolder(user, "Support").getUidValidity())
        .update();
    append("Support", "<a@x.example>", "first");
    append("Support", "<b@x.example>", "second");
    append("Support", "<c@x.example>", "third");
    node = node(MailboxDuty.Times.USUAL);
    watch();

    assertThat(mailboxes.get(id).validity()).isNotNull();
    assertThat(before).isNotNull();
    assertThat(sql.sql("select message_id from inbound").query(String.class).list())
        .containsExactly("c@x.example");
  }

  @Test
  void whatIsNotOursStaysThere() throws Exception {
    long id = add(true);
    notOurs.note(NotOurs.Mark.SENDER, "Ann@X.example", ADA);
    notOurs.note(NotOurs.Mark.LIST, "news.x.example", ADA);
    put("<a@x.example>", "from Ann");
    append(
        "INBOX",
        mail("<l@x.example>", "News")
            .replace("ann@", "bob@")
            .replace("Subject:", "List-Id: News <news.x.example>\r\nSubject:"));
    append("INBOX", mail("<c@x.example>", "Hello").replace("ann@", "cy@"));
    watch();

    assertThat(sql.sql("select message_id from inbound").query(String.class).list())
        .containsExactly("c@x.example");
    assertThat(mailboxes.get(id).state().left()).isEqualTo(2);
    notOurs.all().forEach(note -> notOurs.forget(note.id(), ADA));
    put("<d@x.example>", "from Ann again");
    until(() -> stored() == 2);
  }

  @Test
  void comesBackByItselfWhenTheServerWasAway() throws Exception {
    long id = add(true);
    watch();
    int port = server.getImap().getPort();
    server.stop();
    until(() -> mailboxes.get(id).state().trouble() != null);
    assertThat(mailboxes.get(id).state().failures()).isPositive();

    node.perform();
    assertThat(node.watching()).isZero();
    open(port);
    put("<a@x.example>", "after the break");
    clock.set(TestClock.START.plus(Duration.ofMinutes(30)));
    watch();

    assertThat(stored()).isEqualTo(1);
    assertThat(mailboxes.get(id).state().trouble()).isNull();
  }

  @Test
  void aWrongPasswordIsSaidInWordsAndNoSecretIsKeptInTheOpen() {
    Mailbox.Draft wrong = draft("INBOX", "tr0ub4dor", true);
    long id = mailboxes.add(wrong, ADA);
    node.perform();
    until(() -> mailboxes.get(id).state().trouble() != null);

    assertThat(mailboxes.get(id).state().trouble()).isEqualTo("messages.mailbox.trouble.sign-in");
    assertThat(mailboxes.test(id).trouble()).isNotNull();
    assertThat(sql.sql("select encode(secret, 'escape') from mailbox").query(String.class).single())
        .doesNotContain("tr0ub4dor");
    assertThat(wrong.toString()).doesNotContain("tr0ub4dor");

    mailboxes.change(id, draft("INBOX", PASSWORD, true), ADA);
    watch();
    assertThat(mailboxes.get(id).state().trouble()).isNull();
    assertThat(mailboxes.test(id)).isEqualTo(new Mailboxes.Tried(null, 0, true));
  }

  @Test
  void aPasswordGoesToNoServerThatItWasNotGivenFor() {
    long id = add(true);
    Mailbox.Draft elsewhere =
        new Mailbox.Draft(
            "Help",
            new Mailbox.Server("localhost", 1, Tls.NONE),
            "help",
            "",
            "INBOX",
            "help@example.net",
            true,
            null);
    assertThatThrownBy(() -> mailboxes.change(id, elsewhere, ADA))
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.field()).isEqualTo("password"));
    Mailbox.Draft open =
        new Mailbox.Draft(
            "Help",
            new Mailbox.Server("192.0.2.1", 143, Tls.NONE),
            "help",
            "x",
            "INBOX",
            "help@example.net",
            true,
            null);
    assertThatThrownBy(() -> mailboxes.add(open, ADA))
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.field()).isEqualTo("tls"));
  }

  @Test
  void twoNodesDoNotBothReadOneMailbox() throws Exception {
    add(true);
    MailboxDuty other = node(MailboxDuty.Times.USUAL);
    node.perform();
    other.perform();
    assertThat(node.watching() + other.watching()).isEqualTo(1);

    node.close();
    put("<a@x.example>", "taken by the other node");
    until(() -> {
      other.perform();
      return stored() == 1;
    });
    assertThat(other.watching()).isEqualTo(1);
  }

  @Test
  void aNodeThatSleptMayNotWriteDownWhatItTook() throws Exception {
    add(true);
    watch();
    // It slept: another one has taken the mailbox since.
    clock.set(TestClock.START.plus(Duration.ofMinutes(10)));
    MailboxDuty other = node(MailboxDuty.Times.USUAL);
    other.perform();
    put("<a@x.example>", "once");
    until(() -> stored() == 1);
    until(() -> node.watching() == 0);
    assertThat(count("mailbox_mail where what = 'taken'")).isEqualTo(1);
    assertThat(other.watching()).isEqualTo(1);
  }

  @Test
  void aPausedMailboxIsLetGo() throws Exception {
    long id = add(true);
    watch();
    mailboxes.pause(id, ADA);
    until(() -> {
      node.perform();
      return node.watching() == 0;
    });
    put("<a@x.example>", "waits");
    node.perform();
    assertThat(stored()).isZero();

    mailboxes.resume(id, ADA);
    watch();
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void aServerThatFallsSilentIsCutOffByTheWatchdog() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> greetAndFallSilent(silent));
      long id =
          mailboxes.add(
              new Mailbox.Draft(
                  "Silent",
                  new Mailbox.Server("127.0.0.1", silent.getLocalPort(), Tls.NONE),
                  "help",
                  PASSWORD,
                  "INBOX",
                  "help@example.net",
                  true,
                  null),
              ADA);
      MailboxDuty impatient =
          node(new MailboxDuty.Times(Duration.ofMillis(300), Duration.ofMillis(300)));
      until(() -> {
        impatient.perform();
        return mailboxes.get(id).state().trouble() != null;
      });
      assertThat(mailboxes.get(id).state().trouble()).isEqualTo("messages.mailbox.trouble.silent");
      assertThat(impatient.watching()).isZero();
    }
  }

  @Test
  void aLineThatOnlyWaitsIsAskedWhetherItStands() throws Exception {
    add(true);
    MailboxDuty brisk = node(new MailboxDuty.Times(Duration.ofMillis(200), Duration.ofSeconds(5)));
    brisk.perform();
    until(brisk::isQuiet);
    for (int i = 0; i < 8; i++) {
      LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
      brisk.perform();
    }
    put("<a@x.example>", "after the asking");
    until(() -> stored() == 1);
    assertThat(brisk.watching()).isEqualTo(1);
  }

  private static void greetAndFallSilent(ServerSocket server) {
    List<Socket> kept = new ArrayList<>();
    try {
      while (true) {
        Socket socket = server.accept();
        kept.add(socket);
        socket.getOutputStream().write("* OK here\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      kept.clear();
    }
  }
}
