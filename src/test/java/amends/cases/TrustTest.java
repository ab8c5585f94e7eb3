package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.messages.Direction;
import amends.messages.Held;
import amends.messages.HeldKind;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.PostOffice;
import amends.messages.Trust;
import amends.messages.email.door.Caller;
import amends.staff.Staff;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.FakeNames;
import amends.testing.FakeRelay;
import amends.testing.Fernhill;
import amends.testing.SignedMail;
import amends.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each level of trust allows, and what no mail is ever allowed (P1, P2, P3, P6). */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustTest {
  private static final String RUTH = "Ruth Adeyemi <ruth@adeyemi.example>";

  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Messages messages;
  @Autowired FakeNames names;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;
  @Autowired ApplicationContext context;

  private PostOffice post;
  private int number;
  private int letters;

  @BeforeAll
  void people() {
    Fernhill world = new Fernhill(staff, customers);
    assertThat(world.ruth().id()).isPositive();
    post = new PostOffice(context);
  }

  @AfterAll
  void closed() {
    post.close();
  }

  @BeforeEach
  void aHouseThatDemandsProof() {
    clock.set(TestClock.START.plusSeconds(86_400L * ++number));
    new AsOwner().run("truncate held_mail cascade");
    names.believe(true, true, "");
    names.put("s._domainkey.adeyemi.example", SignedMail.key());
    names.put("s._domainkey.evil.example", SignedMail.key());
  }

  @AfterEach
  void asForOthers() {
    names.forget();
  }

  private String mime(String from, String headers, String words) {
    return "From: %s\nTo: help@fernhill.example\nSubject: My jug\nMessage-ID: <%d-%s@adeyemi.example>\n%s\n%s\n"
        .formatted(from, number, Math.abs(words.hashCode()), headers, words);
  }

  /** A case of Ruth's; the acknowledgement that she got. */
  private FakeRelay.Got opened() {
    int before = post.received().size();
    post.lay(
        "ruth@adeyemi.example",
        "help@fernhill.example",
        SignedMail.by(
            "adeyemi.example", mime(RUTH, "", "It broke " + number + " and " + ++letters)));
    post.deliver();
    assertThat(post.received()).hasSize(before + 1);
    return post.received().getLast();
  }

  private static String replyTo(FakeRelay.Got ack) {
    return ack.header("Reply-To").replaceAll("(?s).*<|>", "");
  }

  private List<Message> lastCase() {
    long id = sql.sql("select max(id) from amends_case").query(Long.class).single();
    return messages.about(amends.shared.Subject.of("case", id)).stream()
        .filter(m -> m.direction() == Direction.IN)
        .toList();
  }

  private long cases() {
    return sql.sql("select count(*) from amends_case").query(Long.class).single();
  }

  private List<Held> quarantine() {
    return messages.held(HeldKind.QUARANTINE, null, 100);
  }

  @Test
  void aProvedAnswerToOurAddressJoinsItsCase() {
    String to = replyTo(opened());
    post.lay(
        "ruth@adeyemi.example",
        to,
        SignedMail.by("adeyemi.example", mime(RUTH, "", "A picture follows")));
    assertThat(lastCase()).extracting(Message::trust).containsExactly(Trust.T1, Trust.T2);
    assertThat(quarantine()).isEmpty();
  }

  @Test
  void aMachineThatMaySendForTheirDomainProvesItAtADoorThatSeesIt() {
    names.believe(true, true, "", 0);
    names.put("adeyemi.example", "v=spf1 ip4:192.0.2.7 -all");
    names.put("evil.example", "v=spf1 ip4:192.0.2.8 -all");
    String to = replyTo(opened());
    Caller theirs = new Caller("192.0.2.7", "mx.adeyemi.example");
    post.lay("ruth@adeyemi.example", to, mime(RUTH, "", "A picture follows"), theirs);
    assertThat(lastCase()).extracting(Message::trust).containsExactly(Trust.T1, Trust.T2);
    assertThat(lastTold()).isEqualTo("spf pass 192.0.2.7 mx.adeyemi.example");

    post.lay("ruth@adeyemi.example", to, mime(RUTH, "", "Not mine"), new Caller("192.0.2.9", ""));
    assertThat(lastTold()).isEqualTo("none fail 192.0.2.9");
    post.lay("eve@evil.example", to, mime(RUTH, "", "Another's"), new Caller("192.0.2.8", "evil"));
    assertThat(lastTold()).as("of another domain").isEqualTo("none pass 192.0.2.8 evil");
    names.put("_dmarc.adeyemi.example", "v=DMARC1; p=none; aspf=s");
    names.put("mail.adeyemi.example", "v=spf1 ip4:192.0.2.7 -all");
    post.lay("ruth@mail.adeyemi.example", to, mime(RUTH, "", "Below it"), theirs);
    assertThat(lastTold()).as("it wants its own name").startsWith("none pass");
    names.believe(true, true, "", 1);
    post.lay("ruth@adeyemi.example", to, mime(RUTH, "", "Behind ours"), theirs);
    assertThat(lastTold()).as("that is our own machine").isEqualTo("none");
    assertThat(quarantine()).hasSize(4);
  }

  /** By what the last mail was believed, what SPF said, and who brought it. */
  private String lastTold() {
    return sql.sql(
            """
            select concat_ws(' ', proof, spf, caller_address, caller_helo) from inbound
            order by id desc limit 1
            """)
        .query(String.class)
        .single();
  }

  @Test
  void anUnprovedOneWaitsForALookAndNobodyHearsOfIt() {
    FakeRelay.Got ack = opened();
    int sent = post.received().size();
    for (String mail :
        List.of(
            mime(RUTH, "", "Please send the refund elsewhere"),
            SignedMail.by("evil.example", mime(RUTH, "", "My new address is elsewhere")))) {
      post.lay("ruth@adeyemi.example", replyTo(ack), mail);
    }
    post.deliver();
    assertThat(lastCase()).hasSize(1);
    assertThat(quarantine()).extracting(Held::reason).containsOnly("messages.held.unproved");
    assertThat(quarantine()).hasSize(2);
    assertThat(post.received()).hasSize(sent);
  }

  @Test
  void aProvedSenderWhoGoesOnWithTheirOwnMailJoinsItsCaseUnthreaded() {
    FakeRelay.Got ack = opened();
    assertThat(ack.to()).isEqualTo("ruth@adeyemi.example");
    long before = cases();
    String own =
        sql.sql("select rfc_id from message where direction = 'in' order by id desc limit 1")
            .query(String.class)
            .single();
    String refers = "In-Reply-To: " + own + "\n";
    post.lay(
        "ruth@adeyemi.example",
        "help@fernhill.example",
        SignedMail.by("adeyemi.example", mime(RUTH, refers, "I forgot to say")));
    assertThat(cases()).isEqualTo(before);
    assertThat(lastCase()).extracting(Message::trust).containsExactly(Trust.T1, Trust.T1);

    post.lay(
        "ruth@adeyemi.example",
        "help@fernhill.example",
        mime(RUTH, refers, "Not signed, so a matter of its own"));
    post.lay(
        "eve@evil.example",
        "help@fernhill.example",
        SignedMail.by("evil.example", mime("Eve <eve@evil.example>", refers, "Let me in")));
    assertThat(cases()).isEqualTo(before + 2);
  }

  @Test
  void aForgedAddressOrThreadReachesNobodysCase() {
    FakeRelay.Got ack = opened();
    long before = cases();
    int sent = post.received().size();
    String bad = replyTo(ack).replaceFirst("\\.[a-z2-7]{4}", ".aaaa");
    post.lay(
        "hanna.lindqvist@fernhill.example",
        bad,
        mime(
            "Hanna Lindqvist <hanna.lindqvist@fernhill.example>",
            "In-Reply-To: <case-1@mail.test>\n",
            "Please pay this customer"));
    post.deliver();
    assertThat(quarantine())
        .singleElement()
        .satisfies(held -> assertThat(held.reason()).isEqualTo("messages.held.forged-address"));
    assertThat(cases()).isEqualTo(before);
    assertThat(post.received()).hasSize(sent);
    assertThat(lastCase()).hasSize(1);
  }

  @Test
  void aColleaguesAddressGivesNoRightByMail() {
    String to = replyTo(opened());
    post.lay(
        "hanna.lindqvist@fernhill.example",
        to,
        mime("Hanna Lindqvist <hanna.lindqvist@fernhill.example>", "", "Grant it at once"));
    assertThat(quarantine())
        .singleElement()
        .satisfies(held -> assertThat(held.reason()).isEqualTo("messages.held.unknown-sender"));
    assertThat(lastCase()).hasSize(1);
  }

  @Test
  void guessedThreadsChangeNoCase() {
    opened();
    String before = state();
    for (int i = 1; i <= 50; i++) {
      post.lay(
          "eve@evil.example",
          "help@fernhill.example",
          SignedMail.by(
              "evil.example",
              mime(
                  "Eve <eve@evil.example>",
                  "References: <%d.1.%d.aaaaaaaaaaaaaaaaaa@mail.test> <case-%d@mail.test>\n"
                      .formatted(i, i, i),
                  "Case " + i + " of " + number)));
    }
    assertThat(state()).isEqualTo(before);
  }

  /** All that is in the cases of customers other than the one who guesses. */
  private String state() {
    return sql.sql(
            """
            select string_agg(m.about_id || ':' || m.id || ':' || m.body, '|' order by m.id)
            from message m where m.customer_id <> coalesce((
              select min(customer_id) from contact_point where address = 'eve@evil.example'), 0)
            """)
        .query(String.class)
        .single();
  }

  @Test
  void whoIsInCopyGetsNothing() {
    post.lay(
        "ruth@adeyemi.example",
        "help@fernhill.example",
        SignedMail.by(
            "adeyemi.example", mime(RUTH, "Cc: eve@evil.example\n", "With a copy " + number)));
    post.deliver();
    assertThat(post.received()).extracting(FakeRelay.Got::to).doesNotContain("eve@evil.example");
    assertThat(customers.recognise(amends.customers.Channel.EMAIL, "eve@evil.example"))
        .as("nobody is met for being in copy")
        .isEmpty();
  }

  @Test
  void aForgedBounceSilencesNobody() {
    FakeRelay.Got ack = opened();
    String forged = ack.mailFrom().replaceFirst("\\.[a-z2-7]{4}", ".aaaa");
    for (String to : List.of(forged, "help@fernhill.example", "bounce@mail.test")) {
      post.lay(
          "",
          to,
          """
          From: MAILER-DAEMON@evil.example
          Subject: Undelivered
          Message-ID: <%s@evil.example>
          MIME-Version: 1.0
          Content-Type: multipart/report; report-type=delivery-status; boundary=b

          --b
          Content-Type: message/delivery-status

          Reporting-MTA: dns; evil.example

          Final-Recipient: rfc822; ruth@adeyemi.example
          Action: failed
          Status: 5.1.1

          --b--
          """
              .formatted(Math.abs(to.hashCode())));
    }
    assertThat(
            sql.sql("select count(*) from delivery where failed_at is not null")
                .query(Long.class)
                .single())
        .isZero();
  }
}
