package amends.messages.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.MailPerson;
import amends.messages.ReadMail;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailReaderTest {
  private final ReadMail jug = Mails.fixture("broken-jug.eml");

  @Test
  void readsWhoWroteToWhom() {
    assertThat(jug.from()).isEqualTo(new MailPerson("Ann Lée", "ann@example.net"));
    assertThat(jug.to())
        .containsExactly(
            new MailPerson("Harbour Kitchen, Help", "help@harbour.example"),
            new MailPerson("Bo", "bo@example.org"));
    assertThat(jug.cc()).containsExactly(new MailPerson("", "team@example.org"));
    assertThat(jug.replyTo()).containsExactly(new MailPerson("", "ann.home@example.net"));
  }

  @Test
  void readsSubjectMomentAndThread() {
    assertThat(jug.subject()).isEqualTo("The jug arrived broken 😕");
    assertThat(jug.date()).isEqualTo(Instant.parse("2026-05-03T08:11:58Z"));
    assertThat(jug.messageId()).isEqualTo("<jug-1@example.net>");
    assertThat(jug.inReplyTo()).isEqualTo("<order-7@harbour.example>");
    assertThat(jug.references())
        .containsExactly("<order-1@harbour.example>", "<order-7@harbour.example>");
    assertThat(jug.error()).isNull();
    assertThat(jug.automatic()).isFalse();
  }

  @Test
  void keepsTheNewWordsOnly() {
    assertThat(jug.replyText())
        .startsWith("Hello,")
        .endsWith("Ann")
        .contains("a new one before Friday?")
        .doesNotContain("on its way");
    assertThat(jug.text()).contains("on its way");
  }

  @Test
  void keepsOnlyHtmlThatDoesNothing() {
    assertThat(jug.html())
        .contains("<b>order 1042</b>")
        .contains("cid:photo")
        .contains("https://harbour.example/1042")
        .doesNotContain("script")
        .doesNotContain("alert")
        .doesNotContain("track.example");
    assertThat(jug.remoteImages()).isEqualTo(1);
  }

  @Test
  void listsWhatCameAlong() {
    assertThat(jug.attachments())
        .extracting(ReadMail.Attachment::name)
        .containsExactly("krüg gpj.exe.jpg", "attachment-2.ics", "attachment-3.eml", "winmail.dat");
    assertThat(jug.attachments())
        .extracting(ReadMail.Attachment::type)
        .containsExactly("image/jpeg", "text/calendar", "message/rfc822", "application/ms-tnef");
    ReadMail.Attachment photo = jug.attachments().getFirst();
    assertThat(photo.inline()).isTrue();
    assertThat(photo.contentId()).isEqualTo("photo@example.net");
    assertThat(photo.size()).isEqualTo(10).isEqualTo(photo.bytes().get().length);
    assertThat(photo.sha256()).hasSize(64);
    assertThat(new String(jug.attachments().get(2).bytes().get(), UTF_8)).contains("inner letter");
  }

  @Test
  void readsTextWhoseCharsetIsMissingOrWrong() {
    byte[] head = "Subject: x\r\nFrom: a@b.example\r\n\r\n".getBytes(UTF_8);
    assertThat(MailReader.read(join(head, "Grüße ✓".getBytes(UTF_8))).text()).isEqualTo("Grüße ✓");
    assertThat(MailReader.read(join(head, "Grüße".getBytes(ISO_8859_1))).text()).isEqualTo("Grüße");
    byte[] wrong = "Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n".getBytes(UTF_8);
    assertThat(MailReader.read(join(wrong, "Grüße".getBytes(ISO_8859_1))).text())
        .isEqualTo("Grüße");
    byte[] unknown =
        "Subject: x\r\nContent-Type: text/plain; charset=x-odd\r\n\r\n".getBytes(UTF_8);
    assertThat(MailReader.read(join(unknown, "Grüße".getBytes(UTF_8))).text()).isEqualTo("Grüße");
  }

  @Test
  void readsHeadersThatWereNotEncoded() {
    byte[] utf8 = "Subject: Grüße ✓\r\nFrom: Jörg <j@b.example>\r\n\r\nx".getBytes(UTF_8);
    assertThat(MailReader.read(utf8).subject()).isEqualTo("Grüße ✓");
    byte[] latin = "Subject: Grüße\r\n\r\nx".getBytes(Charset.forName("windows-1252"));
    assertThat(MailReader.read(latin).subject()).isEqualTo("Grüße");
  }

  @Test
  void readsEncodedWordsAsTheyAreFound() {
    assertThat(subject("=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=")).isEqualTo("Grüße");
    assertThat(subject("=?utf-8?q?a b?= c")).isEqualTo("a b c");
    assertThat(subject("=?utf-8?Q?what??= now")).isEqualTo("what? now");
    assertThat(subject("=?utf-8?B?R3LDvMOf?=e")).isEqualTo("Grüße");
    assertThat(subject("=?utf-8?X?abc?=")).isEqualTo("=?utf-8?X?abc?=");
    assertThat(subject("=?utf-8?B?")).isEqualTo("=?utf-8?B?");
    assertThat(subject("=?utf-8*en?Q?=C3=BC?=")).isEqualTo("ü");
  }

  @Test
  void anEncodedNameCannotSmuggleInAnAddress() {
    ReadMail mail =
        Mails.read(
            "From: =?utf-8?Q?boss=40harbour.example_=3Cboss=40harbour.example=3E,?= <a@b.example>\n\nx");
    assertThat(Mails.present(mail.from()).address()).isEqualTo("a@b.example");
    ReadMail quoted = Mails.read("From: \"x\\\" <evil@b.example>, \" <a@b.example>\n\nx");
    assertThat(Mails.present(quoted.from()).address()).isEqualTo("a@b.example");
  }

  @Test
  void readsOddAddresses() {
    ReadMail mail =
        Mails.read(
            "From: ann@example.net (Ann (the elder) Lee)\n"
                + "To: Friends: bo@example.org, Cy <cy@example.org>;, undisclosed-recipients:;\n"
                + "Cc: dora@example.org; <eve@example.org\n\nx");
    assertThat(mail.from()).isEqualTo(new MailPerson("Ann the elder Lee", "ann@example.net"));
    assertThat(mail.to())
        .extracting(MailPerson::address)
        .containsExactly("bo@example.org", "cy@example.org");
    assertThat(mail.cc())
        .extracting(MailPerson::address)
        .containsExactly("dora@example.org", "eve@example.org");
  }

  @Test
  void readsDatesOldAndCareless() {
    assertThat(date("3 May 26 10:11 EST")).isEqualTo(Instant.parse("2026-05-03T15:11:00Z"));
    assertThat(date("Sun, 03 May 2026 10:11:60 -0330 (NST)"))
        .isEqualTo(Instant.parse("2026-05-03T13:41:59Z"));
    assertThat(date("2026-05-03 10:11:12 +0000")).isEqualTo(Instant.parse("2026-05-03T10:11:12Z"));
    assertThat(date("yesterday")).isNull();
    assertThat(date("Sun, 99 May 2026 10:11:12 +0000")).isNull();
  }

  @Test
  void makesNamesOfAttachmentsHarmless() {
    assertThat(FileNames.clean("../../etc/passwd", "x")).isEqualTo("passwd");
    assertThat(FileNames.clean("C:\\Temp\\..\\a.txt", "x")).isEqualTo("a.txt");
    assertThat(FileNames.clean("\u200B.htaccess", "x")).isEqualTo("htaccess");
    assertThat(FileNames.clean("a\r\nb\u0000c\u202E.pdf", "x")).isEqualTo("abc.pdf");
    assertThat(FileNames.clean("..", "attachment-1")).isEqualTo("attachment-1");
    assertThat(FileNames.clean("u\u0308.txt", "x")).isEqualTo("ü.txt");
    assertThat(FileNames.clean("a".repeat(300) + ".pdf", "x")).hasSize(200).endsWith(".pdf");
    assertThat(FileNames.clean("😀".repeat(200), "x")).hasSize(200).doesNotContain("?");
  }

  @Test
  void namesTypesFromOurListOnly() {
    ReadMail mail =
        Mails.read(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/svg+xml; name=a.svg\n\n"
                + "<svg onload=alert(1)>\n--b\nContent-Type: text/html; name=a.html\n"
                + "Content-Disposition: attachment\n\n<p>x\n--b--\n");
    assertThat(mail.attachments())
        .extracting(ReadMail.Attachment::type)
        .containsOnly("application/octet-stream");
    assertThat(mail.html()).isNull();
  }

  @Test
  void wordsAroundPartsThatDoNotExistAreShown() {
    ReadMail mail =
        Mails.read(
            "Subject: x\nContent-Type: multipart/mixed; boundary=missing\n\nThe jug broke.\n");
    assertThat(mail.text()).contains("The jug broke.");
    assertThat(mail.error()).isNotNull();
  }

  @Test
  void wordsWithoutHeaderAreABody() {
    ReadMail mail = Mails.read("The jug is broken\nand I am sad\n");
    assertThat(mail.text()).isEqualTo("The jug is broken\nand I am sad\n");
    assertThat(mail.error()).isEqualTo("It has no header.");
  }

  @Test
  void nothingIsAnEmptyMail() {
    ReadMail mail = MailReader.read(new byte[0]);
    assertThat(mail.from()).isNull();
    assertThat(mail.text()).isEmpty();
  }

  @Test
  void textIsMadeFromHtmlWhereItIsMissing() {
    ReadMail mail =
        Mails.html("<p>Hello <b>you</b>,</p><ul><li>one<li>two</ul>bye<br>Ann<style>x</style>");
    assertThat(mail.text()).isEqualTo("Hello you,\n\n- one\n- two\n\nbye\nAnn");
  }

  @Test
  void neitherNulNorHalfACharacterReachesTheRecord() {
    ReadMail mail = Mails.read("Subject: a\u0000b\n\nx\u0000y \uD83D z");
    assertThat(mail.subject() + mail.text()).doesNotContain("\u0000").doesNotContain("\uD83D");
  }

  @Test
  void flowedLinesAreJoined() {
    ReadMail mail =
        Mails.read(
            "Content-Type: text/plain; format=flowed\n\nThe jug \nis broken.\n> old \n> words\n-- \nAnn");
    assertThat(mail.text()).startsWith("The jug is broken.\n> old");
    assertThat(mail.replyText()).isEqualTo("The jug is broken.");
  }

  @Test
  void signedAndEncryptedMailIsRecognised() {
    assertThat(wrapper("multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b"))
        .isEqualTo("pgp-encrypted");
    assertThat(wrapper("multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b"))
        .isEqualTo("smime-signed");
    assertThat(wrapper("application/pkcs7-mime; smime-type=enveloped-data"))
        .isEqualTo("smime-encrypted");
    assertThat(Mails.body("-----BEGIN PGP MESSAGE-----\nx").wrapper()).isEqualTo("pgp-encrypted");
    assertThat(jug.wrapper()).isNull();
  }

  @Test
  void aThousandMessagesTakeAFewSeconds() {
    byte[] raw = Mails.raw("broken-jug.eml");
    ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    long start = cpu.getCurrentThreadCpuTime();
    for (int i = 0; i < 1_000; i++) {
      assertThat(MailReader.read(raw).error()).isNull();
    }
    assertThat((cpu.getCurrentThreadCpuTime() - start) / 1_000_000).isLessThan(8_000);
  }

  private static @Nullable String wrapper(String type) {
    return Mails.read("Content-Type: " + type + "\n\n--b\n\nx\n--b--\n").wrapper();
  }

  private static String subject(String written) {
    return Mails.read("Subject: " + written + "\n\nx").subject();
  }

  private static @Nullable Instant date(String written) {
    return Mails.read("Date: " + written + "\n\nx").date();
  }

  private static byte[] join(byte[] head, byte[] body) {
    byte[] joined = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, joined, head.length, body.length);
    return joined;
  }
}
