package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.ReadMail;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto: jug",
        "OOO",
        "Out of office until 4 May",
        "Abwesend: jug",
        "Automatisch antwoord: kan",
        "Autosvar: kanna",
        "Automaattinen vastaus: kannu",
        "Odpowiedź automatyczna: dzbanek",
        "Automatická odpověď: džbán",
        "Automatikus válasz: kancsó",
        "Răspuns automat: ulcior",
        "Otomatik Yanıt: testi",
        "Автоматический ответ: кувшин",
        "Автоматична відповідь: глечик",
        "Αυτόματη απάντηση: κανάτα",
        "מענה אוטומטי: כד",
        "رد تلقائي: إبريق",
        "自动回复：水壶",
        "不在通知",
        "자동 회신: 주전자",
        "Trả lời tự động: bình",
        "Balasan otomatis: kendi"
      })
  void inManyLanguages(String subject) {
    assertThat(mail(subject, "x").automatic()).as(subject).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am out of the office until 4 May. In urgent cases please contact my colleague Bo.",
        "Ich bin bis 4.5. nicht im Büro. In dringenden Fällen wenden Sie sich an Bo.",
        "Je suis absent du bureau jusqu'au 4 mai. En cas d'urgence, contactez Bo.",
        "Estoy de vacaciones hasta el 4 de mayo. Para algo urgente, contactar con Bo.",
        "Sono in ferie fino al 4 maggio. Per cose urgenti contattare Bo.",
        "Ik ben tot 4 mei met vakantie. Voor dringende zaken: Bo.",
        "Я в отпуске до 4 мая. По срочным вопросам обращайтесь к Бо.",
        "This is an automatically generated message. Thank you for writing to us.",
        "Diese Nachricht wurde automatisch erstellt.",
        "Ceci est un message automatique, merci de ne pas répondre à ce courriel.",
        "このメールは自動送信されています。",
        "这是一封自动回复邮件。"
      })
  void byItsWordsAlone(String words) {
    assertThat(mail("Re: jug", words).automatic()).as(words).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am out of the office until 4 May, but where is my refund?",
        "I was on holiday until 4 May and found the parcel broken when I got back in.",
        "Ich bin bis 4.5. im Urlaub; bitte liefern Sie das Paket erst, wenn ich zurück bin.",
        "Your machine told me: this is an automated message. What does it mean?",
        "Please do call me when I return."
      })
  void whoIsAwayAndStillHasSomethingToSayIsAPerson(String words) {
    assertThat(mail("Re: jug", words).automatic()).as(words).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Out of office furniture arrived broken",
        "Re: Automatic reply: jug",
        "Read: the manual says it is whole?",
        "Automatic response of the machine is too slow",
        "Urlaubsreise verschoben",
        "Absent parts in my parcel",
        "On vacation rental 1042"
      })
  void subjectsOfPeople(String subject) {
    assertThat(mail(subject, "The jug is broken.").automatic()).as(subject).isFalse();
  }

  @Test
  void aReceiptSaysThatItWasRead() {
    String body = "Your message was read on Monday, 4 May 2026 09:30:12.";
    assertThat(mail("Read: jug", body).automatic()).isTrue();
    assertThat(mail("Gelesen: Krug", body).automatic()).isTrue();
    assertThat(
            Mails.read(
                    "From: ann@example.net\nContent-Type: multipart/report;"
                        + " report-type=disposition-notification; boundary=b\n\n--b\n\nread\n--b--")
                .automaticReason())
        .contains("receipt");
  }

  private static ReadMail mail(String subject, String words) {
    return Mails.read(
        "From: ann@example.net\nSubject: "
            + subject
            + "\nContent-Type: text/plain; charset=utf-8\n\n"
            + words);
  }

  static Stream<String> awayNotes() {
    return new String(Mails.raw("away-notes.txt"), UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("awayNotes")
  void notesWithoutHeadersAreKnownInManyLanguagesAndPeopleStayPeople(String line) {
    boolean person = line.startsWith("! ");
    String[] said = (person ? line.substring(2) : line).split("\\|", 2);
    ReadMail mail =
        Mails.read(
            "From: ann@example.net\nSubject: %s\nContent-Type: text/plain; charset=utf-8\n\n%s\n"
                .formatted(said[0], said[1]));
    assertThat(mail.automatic()).isEqualTo(!person);
  }
}
