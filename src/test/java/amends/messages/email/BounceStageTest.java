package amends.messages.email;

import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.ReadMail.Bounce;
import org.junit.jupiter.api.Test;

/** What a server says once it has the message is a filter's word, whatever the word is. */
class BounceStageTest {
  private static String postfix(String said, String command, String diagnostic) {
    return """
    From: MAILER-DAEMON@mx.example (Mail Delivery System)
    Subject: Undelivered Mail Returned to Sender
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b
    Content-Type: text/plain

    This is the mail system at host mx.example.

    If you do so, please include this problem report. You can
    delete your own text from the attached returned message.

    <ann@customer.example>: host in.customer.example[192.0.2.7] said: %s
        (in reply to %s command)

    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example

    Final-Recipient: rfc822; ann@customer.example
    Action: failed
    Status: 5.0.0
    Diagnostic-Code: smtp; %s

    --b--
    """
        .formatted(said, command, diagnostic);
  }

  private static Bounce bounce(String mail) {
    return Mails.present(Mails.read(mail).bounce());
  }

  @Test
  void anUnknownUserAfterTheMessageIsFilteredAndTheAddressLives() {
    String said = "550 Unknown user ann@customer.example";
    Bounce filtered = bounce(postfix(said, "end of DATA", said));
    assertThat(filtered.reason()).isEqualTo("filtered");
    assertThat(filtered.type()).isEqualTo(Bounce.Type.SOFT);
    Bounce unknown = bounce(postfix(said, "RCPT TO", said));
    assertThat(unknown.reason()).isEqualTo("userunknown");
    assertThat(unknown.type()).isEqualTo(Bounce.Type.HARD);
  }

  @Test
  void whoIsRefusedAtMailFromIsTheSender() {
    String said = "550 5.7.1 Access denied";
    assertThat(bounce(postfix(said, "MAIL FROM", said)).reason()).isEqualTo("rejected");
  }

  @Test
  void aTranscriptTellsTheStageUnlessAllWasSaidAtOnce() {
    String said = "550 : User unknown";
    String asked = "----- Transcript of session follows -----\n... while talking to mx.example.:\n";
    assertThat(BounceStage.of(said, asked + ">>> DATA\n<<< " + said + "\n554 5.0.0 unavailable\n"))
        .contains("data");
    assertThat(
            BounceStage.of(
                said, asked + ">>> DATA\n<<< " + said + "\n<<< 503 5.0.0 Need RCPT (recipient)\n"))
        .isEmpty();
    assertThat(
            BounceStage.of(
                said, asked + ">>> DATA\n<<< " + said + "\n<<< 554 Error: no valid recipients\n"))
        .isEmpty();
    assertThat(BounceStage.of(said, asked + ">>> RCPT To:<a@b.example>\n<<< " + said + "\n"))
        .isEmpty();
    assertThat(BounceStage.of("550", asked + ">>> DATA\n<<< 550\n")).as("says nothing").isEmpty();
  }
}
