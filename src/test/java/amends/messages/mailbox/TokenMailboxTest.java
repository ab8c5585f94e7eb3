package amends.messages.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.account.Account;
import amends.messages.account.Accounts;
import amends.shared.Settings.Tls;
import amends.testing.AsOwner;
import amends.testing.FakeTokens;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A mailbox that opens with tokens (XOAUTH2), and one whose certificate nobody vouches for. */
class TokenMailboxTest extends MailboxWorld {
  @Autowired Accounts accounts;

  @Test
  void aMailboxIsOpenedWithATokenAndAnotherOneWhenThatIsRefused() throws Exception {
    new AsOwner().run("truncate mail_account cascade");
    FakeTokens provider = FakeTokens.fresh();
    try (XoauthGate gate =
        new XoauthGate(
            server.getImap().getPort(), "help \"" + PASSWORD + "\"", provider.good::contains)) {
      long account =
          accounts.add(
              new Account.Draft(
                  Account.Host.MICROSOFT,
                  Account.Flow.APP,
                  "Help",
                  "help@example.net",
                  FakeTokens.CLIENT,
                  "example.net",
                  FakeTokens.SECRET,
                  null),
              ADA);
      put("<a@x.example>", "first");
      long id =
          mailboxes.add(
              new Mailbox.Draft(
                  "Help",
                  new Mailbox.Server("127.0.0.1", gate.port(), Tls.NONE),
                  "help@example.net",
                  "",
                  "INBOX",
                  "help@example.net",
                  true,
                  account),
              ADA);
      watch();
      assertThat(stored()).isEqualTo(1);
      assertThat(gate.tried.getFirst())
          .startsWith("user=help@example.net\u0001auth=Bearer access-");

      node.close();
      provider.good.clear();
      node = node(MailboxDuty.Times.USUAL);
      node.perform();
      until(() -> mailboxes.get(id).state().trouble() != null);
      assertThat(mailboxes.get(id).state().trouble()).isEqualTo("messages.mailbox.trouble.sign-in");

      put("<b@x.example>", "second");
      clock.set(TestClock.START.plus(Duration.ofMinutes(1)));
      watch();
      assertThat(stored()).isEqualTo(2);
    }
  }

  @Test
  void aServerWhoseCertificateNobodyVouchesForGetsNoPassword() {
    var tls =
        new com.icegreen.greenmail.util.GreenMail(
            new com.icegreen.greenmail.util.ServerSetup(0, "127.0.0.1", "imaps"));
    tls.start();
    try {
      long id =
          mailboxes.add(
              new Mailbox.Draft(
                  "Help",
                  new Mailbox.Server("127.0.0.1", tls.getImaps().getPort(), Tls.IMPLICIT),
                  "help",
                  PASSWORD,
                  "INBOX",
                  "help@example.net",
                  true,
                  null),
              ADA);
      ImapTrouble trouble = Objects.requireNonNull(mailboxes.test(id).trouble());
      assertThat(trouble.key()).isEqualTo("messages.mailbox.trouble.certificate");
    } finally {
      tls.stop();
    }
  }
}
