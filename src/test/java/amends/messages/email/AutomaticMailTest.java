package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.ReadMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticMailTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated (vacation)",
        "X-Autoreply: yes",
        "X-Autorespond: x",
        "X-Autoresponder: x",
        "Delivered-To: Autoresponder",
        "X-Failed-Recipients: bo@example.org",
        "Precedence: bulk",
        "Precedence: list",
        "Precedence: JUNK",
        "Precedence: auto_reply",
        "List-Id: <jugs.example.org>",
        "List-Unsubscribe: <https://example.org/u>",
        "Content-Type: multipart/report; boundary=b"
      })
  void machinesSayThatTheyAreMachines(String field) {
    ReadMail mail = Mails.read("From: ann@example.net\n" + field + "\nSubject: jug\n\nx");
    assertThat(mail.automatic()).as(field).isTrue();
    assertThat(mail.automaticReason()).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Automatische Antwort: jug",
        "Out of Office: jug",
        "Out of office re: jug",
        "Réponse automatique : jug",
        "Abwesenheitsnotiz: jug",
        "Automatic reply: jug",
        "Respuesta automática: jug",
        "Risposta automatica: jug",
        "自動返信: jug"
      })
  void anAnswerWithoutHeadersIsKnownByItsSubject(String subject) {
    assertThat(Mails.read("From: ann@example.net\nSubject: " + subject + "\n\nx").automatic())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Auto-Response-Suppress: All",
        "Auto-Submitted: no",
        "Precedence: first-class",
        "X-Autoreply: no"
      })
  void peopleSendTheseToo(String field) {
    assertThat(Mails.read("From: ann@example.net\n" + field + "\nSubject: jug\n\nx").automatic())
        .isFalse();
  }

  @Test
  void serversAndEmptyEnvelopesAreNoPeople() {
    assertThat(Mails.read("From: MAILER-DAEMON@example.net\n\nx").automatic()).isTrue();
    assertThat(Mails.read("From: Post <postmaster@example.net>\n\nx").automatic()).isTrue();
    byte[] raw = "From: ann@example.net\r\n\r\nx".getBytes(UTF_8);
    assertThat(MailReader.read(raw, Bounds.USUAL, "").automatic()).isTrue();
    assertThat(MailReader.read(raw, Bounds.USUAL, "ann@example.net").automatic()).isFalse();
  }

  @Test
  void aPersonWhoWritesAboutABounceIsNoBounce() {
    ReadMail mail =
        Mails.read(
            "From: ann@example.net\nSubject: Undelivered mail, please help\n\n550 5.1.1 bo@example.org");
    assertThat(mail.bounce()).isNull();
    assertThat(mail.automatic()).isFalse();
  }
}
