package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.ReadMail;
import amends.messages.ReadMail.Bounce;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What could not be delivered, to whom and why, in the words of many servers. */
class BounceTest {
  @Test
  void aStandardReportNamesWhomItDidNotReach() {
    Bounce bounce = Mails.present(Mails.fixture("bounce-standard.eml").bounce());
    assertThat(bounce.recipient()).isEqualTo("nobody@example.org");
    assertThat(bounce.type()).isEqualTo(Bounce.Type.HARD);
    assertThat(bounce.status()).isEqualTo("5.1.1");
    assertThat(bounce.reason()).isEqualTo("userunknown");
    assertThat(bounce.words())
        .isEqualTo("550 5.1.1 <nobody@example.org>: Recipient address rejected: User unknown");
    assertThat(bounce.ended()).isTrue();
  }

  @Test
  void olderReportsAreReadFromTheirWords() {
    Bounce qmail = Mails.present(Mails.fixture("bounce-qmail.eml").bounce());
    assertThat(qmail.recipient()).isEqualTo("nobody@example.org");
    assertThat(qmail.type()).isEqualTo(Bounce.Type.HARD);
    assertThat(qmail.status()).isEqualTo("5.1.1");
    Bounce full = Mails.present(Mails.fixture("bounce-exchange.eml").bounce());
    assertThat(full.recipient()).isEqualTo("carla@example.org");
    assertThat(full.reason()).isEqualTo("mailboxfull");
    assertThat(full.type()).isEqualTo(Bounce.Type.SOFT);
    assertThat(full.ended()).isTrue();
    Bounce later = Mails.present(Mails.fixture("bounce-postfix.eml").bounce());
    assertThat(later.recipient()).isEqualTo("dora@example.org");
    assertThat(later.status()).isEqualTo("4.2.1");
    assertThat(later.type()).isEqualTo(Bounce.Type.SOFT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          5.1.1 | 550 5.1.1 The email account that you tried to reach does not exist | userunknown | HARD
          5.0.0 | 550 Unknown user | userunknown | HARD
          5.1.10 | 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found | userunknown | HARD
          5.4.1 | 550 5.4.1 Recipient address rejected: Access denied. | userunknown | HARD
          5.1.2 | 550 Host unknown (Name server: host not found) | hostunknown | HARD
          4.4.1 | DNS Error: the domain couldn't be found: NXDOMAIN | hostunknown | HARD
          5.1.10 | 556 5.1.10 the domain publishes a null MX | notaccept | HARD
          5.1.6 | 551 5.1.6 User has moved | hasmoved | HARD
          5.2.2 | 552 5.2.2 anything at all | mailboxfull | SOFT
          5.0.0 | 552 Benutzer hat zu viel: Postfach ist voll | mailboxfull | SOFT
          5.2.1 | 550 5.2.1 The email account that you tried to reach is disabled | suspend | SOFT
          5.7.1 | 550 5.7.1 Relaying denied | norelaying | SOFT
          5.7.26 | 550-5.7.26 Unauthenticated email is not accepted | authfailure | SOFT
          5.7.1 | 550 5.7.1 rejected by DMARC policy of the sender | authfailure | SOFT
          5.7.1 | 554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using a blocklist | blocked | SOFT
          5.7.25 | 550 5.7.25 no PTR record | requireptr | SOFT
          5.7.1 | 550 5.7.1 Message content rejected, it looks like spam | spamdetected | SOFT
          5.0.0 | 554 your message was infected with a virus | virusdetected | SOFT
          5.3.4 | 552 5.3.4 Message size exceeds fixed limit | mesgtoobig | SOFT
          5.7.0 | 550 5.7.0 not accepted for policy reasons | policyviolation | SOFT
          4.7.0 | 421 4.7.0 Too many connections from your host | toomanyconn | SOFT
          4.7.28 | 421-4.7.28 has been rate limited. Try again slower | ratelimited | SOFT
          4.4.7 | 554 4.4.7 Message expired | expired | SOFT
          5.1.8 | 553 5.1.8 Sender address rejected: Domain not found | rejected | SOFT
          5.3.1 | 452 5.3.1 Mail system full | systemfull | SOFT
          4.4.2 | 421 4.4.2 lost connection | networkerror | SOFT
          5.6.0 | 550 5.6.0 duplicate header | contenterror | SOFT
          5.0.0 | something odd | undefined | SOFT
          """)
  void eachReasonHasItsWord(String status, String said, String reason, Bounce.Type type) {
    Bounce bounce = Mails.present(report(status, said, "failed").bounce());
    assertThat(bounce.reason()).as(said).isEqualTo(reason);
    assertThat(bounce.type()).as(said).isEqualTo(type);
    assertThat(bounce.recipient()).isEqualTo("bo@example.org");
  }

  @Test
  void whenItWasRefusedTellsWhatWasRefused() {
    assertThat(reason("550 No such user (in reply to end of DATA command)")).isEqualTo("filtered");
    assertThat(reason("550 no such domain (in reply to MAIL FROM command)")).isEqualTo("rejected");
    assertThat(reason("after initial connection: 554 no")).isEqualTo("blocked");
    assertThat(reason("550-5.1.1 The user you 550-5.1.1 want is 550 5.1.1 over quota"))
        .isEqualTo("mailboxfull");
  }

  @Test
  void aDelayHasNotEnded() {
    Bounce delay = Mails.present(report("4.4.1", "connection timed out", "delayed").bounce());
    assertThat(delay.ended()).isFalse();
    assertThat(delay.type()).isEqualTo(Bounce.Type.SOFT);
    Bounce warning =
        Mails.present(
            server(
                    "Warning: message 1abc-2 delayed 24 hours",
                    "A message that you sent has not yet been delivered to:\n\n  bo@example.org\n"
                        + "    host mx.example.org: 451 try later\n\n"
                        + "No action is required on your part.\n")
                .bounce());
    assertThat(warning.ended()).isFalse();
    assertThat(warning.recipient()).isEqualTo("bo@example.org");
  }

  @Test
  void successIsNoBounce() {
    ReadMail mail = report("2.0.0", "250 OK", "delivered");
    assertThat(mail.bounce()).isNull();
    assertThat(mail.automatic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi. This is the program at mail.example.\n\n<bo@example.org>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\nGiving up.\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <help@harbour.example>\nTo: cy@example.org",
        "A message that you sent could not be delivered to one or more of its recipients.\n\n  bo@example.org\n    host mx.example.org [192.0.2.1]: 550 5.1.1 unknown user\n\n------ This is a copy of the message, including all the headers. ------\n\nTo: cy@example.org",
        "The original message was received at Mon\n\n   ----- The following addresses had permanent fatal errors -----\n<bo@example.org>\n    (reason: 550 5.1.1 no such user)\n\n   ----- Transcript of session follows -----\n>>> RCPT To:<bo@example.org>\n<<< 550 5.1.1 no such user\n",
        "Your message\n\n  Subject: jug\n\nwas not delivered to:\n\n  bo@example.org\n\nbecause:\n\n  User bo (bo@example.org) not listed in Directory 5.1.1\n",
        "Delivery to the following recipient failed permanently:\n\n     bo@example.org\n\nTechnical details of permanent failure:\nThe email account that you tried to reach does not exist. 550 5.1.1\n\n----- Original message -----\nFrom: x@example.net\n",
        "Diese E-Mail konnte nicht zugestellt werden:\n\nbo@example.org:\nSMTP Fehler: 550 5.1.1 Empfänger unbekannt\n\n--- Der Kopf der ursprünglichen Nachricht ---\n",
        "您的邮件无法投递。\n收件人: bo@example.org\n原因: 550 5.1.1 用户不存在\n",
        "Ваше сообщение не доставлено.\n\nbo@example.org\n550 5.1.1 Нет такого пользователя\n"
      })
  void serversTellInTheirOwnWords(String words) {
    Bounce bounce = Mails.present(server("Undelivered Mail Returned to Sender", words).bounce());
    assertThat(bounce.recipient()).isEqualTo("bo@example.org");
    assertThat(bounce.reason()).isEqualTo("userunknown");
    assertThat(bounce.status()).isEqualTo("5.1.1");
    assertThat(bounce.type()).isEqualTo(Bounce.Type.HARD);
  }

  @Test
  void theWholeReportMayStandInTheTextOrWithinAnother() {
    String fields =
        "\n\nFinal-Recipient: rfc822;bo@example.org\nAction: failed\nStatus: 5.2.2\n"
            + "Diagnostic-Code: smtp;552 full\n";
    assertThat(Mails.present(server("Delivery failure", "Sorry." + fields).bounce()).reason())
        .isEqualTo("mailboxfull");
  }

  @Test
  void aComplaintSaysThatItsReaderComplained() {
    ReadMail mail =
        parts(
            "feedback-report",
            "message/feedback-report",
            "Feedback-Type: abuse\nUser-Agent: x/1\nVersion: 1\nOriginal-Rcpt-To: <bo@example.org>\n");
    Bounce complaint = Mails.present(mail.bounce());
    assertThat(complaint.complaint()).isTrue();
    assertThat(complaint.recipient()).isEqualTo("bo@example.org");
    assertThat(mail.automatic()).isTrue();
  }

  @Test
  void whatComesBackShowsItsIdentifiers() {
    ReadMail mail =
        Mails.read(
            "From: mailer-daemon@x.example\nSubject: failure notice\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                + "--b\n\nno\n--b\nContent-Type: message/delivery-status\n\n"
                + "Final-Recipient: rfc822; bo@example.org\nAction: failed\nStatus: 5.1.1\n\n"
                + "--b\nContent-Type: text/rfc822-headers\n\n"
                + "Message-ID: <one@harbour.example>\nReply-To: Harbour\n <reply@harbour.example>\n--b--\n");
    assertThat(Mails.present(mail.bounce()).returned())
        .containsExactly("<one@harbour.example>", "reply@harbour.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Undelivered mail, please help",
        "Returned mail",
        "Delivery failure of my parcel",
        "Fwd: Undelivered Mail Returned to Sender"
      })
  void aPersonWhoWritesAboutItIsNoServer(String subject) {
    ReadMail mail =
        Mails.read(
            "From: ann@example.net\nSubject: "
                + subject
                + "\n\nI wrote to bo@example.org and got"
                + " 550 5.1.1 user unknown. What now?");
    assertThat(mail.bounce()).isNull();
    assertThat(mail.automatic()).isFalse();
  }

  @Test
  void codesAreToldFromOtherNumbers() {
    assertThat(BounceCodes.status("550-5.1.1 x")).isEqualTo("5.1.1");
    assertThat(BounceCodes.status("(#5.4.4)")).isEqualTo("5.4.4");
    assertThat(BounceCodes.status("said: 452 busy")).isEqualTo("4.0.0");
    assertThat(BounceCodes.status("550 5.0.0 then 5.1.1")).isEqualTo("5.1.1");
    assertThat(BounceCodes.status("from 192.0.5.1.1 at 14:52 v5.8.12")).isNull();
    assertThat(BounceCodes.status("order 5421 of 450 jugs")).isEqualTo("4.0.0");
  }

  @Test
  void addressesAreFoundWithinWords() {
    assertThat(BouncedAddress.in("<mailto:bo@example.org>:")).isEqualTo("bo@example.org");
    assertThat(BouncedAddress.in("to 'bo+jug@sub.example.org'."))
        .isEqualTo("bo+jug@sub.example.org");
    assertThat(BouncedAddress.in("\"bo the elder\"@example.org")).contains("bo the elder");
    assertThat(BouncedAddress.in("a @ b and nothing@ else")).isNull();
    assertThat(List.of("x@y", "@")).allSatisfy(a -> assertThat(BouncedAddress.in(a)).isNull());
  }

  private static String reason(String said) {
    return Mails.present(report("5.0.0", said, "failed").bounce()).reason();
  }

  private static ReadMail server(String subject, String words) {
    return MailReader.read(
        ("Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: help@harbour.example\r\nSubject: "
                + subject
                + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + words.replace("\n", "\r\n"))
            .getBytes(UTF_8));
  }

  private static ReadMail report(String status, String said, String action) {
    return parts(
        "delivery-status",
        "message/delivery-status",
        "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; bo@example.org\nAction: "
            + action
            + "\nStatus: "
            + status
            + "\nDiagnostic-Code: smtp; "
            + said
            + "\n");
  }

  private static ReadMail parts(String type, String part, String fields) {
    return Mails.read(
        "From: Mail Delivery System <MAILER-DAEMON@mx.example>\nSubject: Report\n"
            + "Content-Type: multipart/report; report-type="
            + type
            + "; boundary=b\n\n--b\n\nSee below.\n--b\nContent-Type: "
            + part
            + "\n\n"
            + fields
            + "\n--b--\n");
  }
}
