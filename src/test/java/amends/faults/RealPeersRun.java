package amends.faults;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.messages.email.courier.Relay;
import amends.messages.email.courier.RelayOptions;
import amends.messages.email.door.Door;
import amends.messages.mailbox.Mailbox;
import amends.messages.mailbox.Mailboxes;
import amends.messages.sender.MailServer;
import amends.messages.sender.MailServers;
import amends.shared.Duty;
import amends.shared.Settings;
import amends.shared.Settings.Tls;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mail goes out through a real postfix and comes in from a real dovecot, over TLS that is checked:
 * a case for each mail, an acknowledgement in the customer's own mailbox, an answer that joins its
 * case, a bounce that a real server wrote. Needs root, for these servers change users.
 */
@Tag("longrun")
@DatabaseTest
class RealPeersRun {
  private static final int MAILS = 40;
  private static final Path HERE = home();

  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Mailboxes mailboxes;
  @Autowired MailServers servers;
  @Autowired List<Duty> duties;
  @Autowired Door door;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;

  /** Before anything asks for TLS: for this run the peers' own certificate is trusted. */
  private static Path home() {
    try {
      Path made = Files.createTempDirectory("peers");
      Path store = Peers.trust(made);
      System.setProperty("javax.net.ssl.trustStore", store.toString());
      System.setProperty("javax.net.ssl.trustStorePassword", Peers.PASSWORD);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void mailGoesOutThroughPostfixAndComesInFromDovecot() throws Exception {
    Fernhill world = new Fernhill(staff, customers);
    door.start();
    try (Peers peers = new Peers(HERE, "mail.test", door.port())) {
      try {
        story(world, peers);
      } catch (AssertionError e) {
        throw new AssertionError(e.getMessage() + "\n" + peers.logs(), e);
      }
    } finally {
      door.stop();
    }
  }

  private void story(Fernhill world, Peers peers) throws Exception {
    servers.set(
        world.brand.id(),
        new MailServer.Draft("127.0.0.1", peers.smtp, Tls.STARTTLS, "", "", null),
        world.admin.actor());
    assertThat(servers.test(world.brand.id())).as("postfix, by STARTTLS").isNull();
    long box =
        mailboxes.add(
            new Mailbox.Draft(
                "Help",
                new Mailbox.Server("127.0.0.1", peers.imaps, Tls.IMPLICIT),
                "help@house.example",
                Peers.PASSWORD,
                "INBOX",
                world.brand.senderAddress(),
                false,
                null),
            world.admin.actor());
    assertThat(mailboxes.test(box).trouble()).as("dovecot, by TLS").isNull();
    until("the mailbox is watched", () -> mailboxes.get(box).state().okAt() != null);

    long begun = System.nanoTime();
    Relay out = new Relay(new RelayOptions(server(peers), "customer.example"));
    send(out, "ruth@customers.example", "help@house.example", "1", "My jug broke", "");
    until("the first mail is a case", () -> cases() == 1);
    Duration first = Duration.ofNanos(System.nanoTime() - begun);

    for (int i = 2; i <= MAILS; i++) {
      send(out, "p" + i + "@customers.example", "help@house.example", "" + i, "It broke", "");
    }
    until("all are cases", () -> cases() == MAILS);

    until("Ruth has her acknowledgement", () -> inbox(peers).length == 1);
    Message ack = inbox(peers)[0];
    assertThat(ack.getHeader("Auto-Submitted")[0]).isEqualTo("auto-replied");
    String replyTo = ack.getReplyTo()[0].toString().replaceAll(".*<|>", "");
    String refers = "In-Reply-To: " + ack.getHeader("Message-ID")[0] + "\r\n";
    send(out, "ruth@customers.example", replyTo, "answer", "A picture follows", refers);
    until("her answer is in her case", () -> messagesOfRuth() == 2);
    assertThat(cases()).isEqualTo(MAILS);

    until("postfix has sent back what nobody has", () -> bounced() == MAILS - 1);
    assertThat(mailboxes.get(box).state().trouble()).isNull();
    assertThat(sql.sql("select count(*) from mailbox_mail").query(Long.class).single())
        .isEqualTo(MAILS);
    assertThat(unread(peers)).as("nothing is marked in the mailbox").isEqualTo(MAILS);
    System.out.printf(
        "VERDICT holds: RealPeersRun %d mails from dovecot by IDLE (the first a case after %d ms), an"
            + " acknowledgement through postfix in the customer's mailbox, her answer in its case,"
            + " %d bounces of postfix counted by their MAC%n",
        MAILS, first.toMillis(), MAILS - 1);
    out.close();
  }

  private static Settings.Smtp server(Peers peers) {
    return new Settings.Smtp("127.0.0.1", peers.smtp, "", "", Tls.STARTTLS);
  }

  private static void send(
      Relay out, String from, String to, String id, String words, String headers) {
    String mime =
        "From: <%s>\r\nTo: <%s>\r\nSubject: My jug\r\nMessage-ID: <%s@customers.example>\r\nDate: Tue, 12 May 2026 13:00:00 +0000\r\n%s\r\n%s\r\n"
            .formatted(from, to, id, headers, words);
    var answer = out.send(from, to, mime.getBytes(StandardCharsets.UTF_8));
    assertThat(answer).isInstanceOf(amends.messages.Answer.Accepted.class);
  }

  private long cases() {
    return sql.sql("select count(*) from amends_case").query(Long.class).single();
  }

  private long messagesOfRuth() {
    return sql.sql(
            """
            select count(*) from message where direction = 'in' and address = 'ruth@customers.example'
              and about_id = (select min(about_id) from message
                where address = 'ruth@customers.example')
            """)
        .query(Long.class)
        .single();
  }

  private long bounced() {
    return sql.sql("select count(*) from held_mail where decision = 'bounce'")
        .query(Long.class)
        .single();
  }

  private static Message[] inbox(Peers peers) {
    return look(peers, "ruth@customers.example");
  }

  private static long unread(Peers peers) {
    try {
      long unread = 0;
      for (Message mail : look(peers, "help@house.example")) {
        unread += mail.isSet(jakarta.mail.Flags.Flag.SEEN) ? 0 : 1;
      }
      return unread;
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Message[] look(Peers peers, String who) {
    try {
      Properties properties = new Properties();
      properties.put("mail.imaps.peek", "true");
      Store store = Session.getInstance(properties).getStore("imaps");
      store.connect("127.0.0.1", peers.imaps, who, Peers.PASSWORD);
      Folder folder = store.getFolder("INBOX");
      folder.open(Folder.READ_ONLY);
      return folder.getMessages();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Performs what the program does by itself, again and again, until it is so. */
  private void until(String what, java.util.function.BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      duties.stream()
          .filter(d ->
              List.of("mailboxes", "mail reading", "courier", "courier email").contains(d.name()))
          .forEach(Duty::perform);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
