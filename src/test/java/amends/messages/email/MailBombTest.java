package amends.messages.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.ReadMail;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Every bomb is made here and must be read, in part at least, well within its time. */
class MailBombTest {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final String HEAD = "From: ann@example.com\r\nSubject: bomb\r\n";

  @Test
  void tenThousandNestedMultiparts() {
    StringBuilder mail = new StringBuilder(HEAD);
    for (int i = 0; i < 10_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b");
      mail.append(i).append("\r\n");
    }
    ReadMail read = survives(mail.append("\r\nhello").toString());
    assertThat(read.error()).contains("nested too deeply");
    assertThat(read.subject()).isEqualTo("bomb");
  }

  @Test
  void tenThousandNestedMessages() {
    String level = "Content-Type: message/rfc822\r\n\r\n";
    ReadMail read = survives(HEAD + level.repeat(10_000) + "\r\nhello");
    assertThat(read.attachments()).hasSize(1);
  }

  @Test
  void aMillionEmptyParts() {
    ReadMail read =
        survives(
            HEAD
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n\r\n".repeat(1_000_000));
    assertThat(read.error()).contains("more than 1000 parts");
  }

  @Test
  void aMillionPartsWithNames() {
    String part = "--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx\r\n";
    ReadMail read =
        survives(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part.repeat(300_000));
    assertThat(read.attachments()).hasSize(1_000);
  }

  @Test
  void oneLineOfFiftyMegabytes() {
    byte[] line = new byte[50 * 1024 * 1024];
    Arrays.fill(line, (byte) 'a');
    ReadMail read = survives(join(HEAD + "\r\n", line));
    assertThat(read.error()).contains("larger than we read").contains("very long");
    assertThat(read.text()).hasSizeLessThanOrEqualTo(1024 * 1024);
  }

  @Test
  void oneHeaderFieldOfTwentyMegabytes() {
    byte[] field = new byte[20 * 1024 * 1024];
    Arrays.fill(field, (byte) ',');
    ReadMail read = survives(join(HEAD + "To: ", join(field, "\r\n\r\nThe jug is broken.\r\n")));
    assertThat(read.text()).contains("The jug is broken.");
    assertThat(read.error()).contains("header is too long");
  }

  @Test
  void aMillionHeaderFields() {
    ReadMail read = survives("X: y\r\n".repeat(1_000_000) + HEAD + "\r\nThe jug is broken.\r\n");
    assertThat(read.text()).contains("The jug is broken.");
  }

  @Test
  void aHugeHeaderInAPart() {
    survives(
        HEAD
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nX: "
            + "y".repeat(10_000_000)
            + "\r\n\r\nhello\r\n--b--");
  }

  @Test
  void commentsNestedInTheSender() {
    ReadMail read =
        survives("From: " + "(".repeat(60_000) + " ann@example.com\r\nSubject: bomb\r\n\r\nhello");
    assertThat(read.text()).startsWith("hello");
  }

  @Test
  void halfEncodedWordsWithoutEnd() {
    survives("Subject: " + "=?utf-8?B?".repeat(6_000) + "\r\n\r\nhello");
    survives("Subject: " + "=?".repeat(30_000) + "?=\r\n\r\nhello");
    survives("Subject: " + "=?u?Q?=".repeat(8_000) + "?=\r\n\r\nhello");
  }

  @Test
  void parametersWithoutEnd() {
    survives("Content-Type: text/plain; " + "a*0*=".repeat(12_000) + "\r\n\r\nhello");
    survives("Content-Type: text/plain; " + "=;".repeat(30_000) + "\r\n\r\nhello");
    survives("Content-Type: text/plain; a=\"" + "\\\"".repeat(30_000) + "\r\n\r\nhello");
  }

  @Test
  void linesThatLookLikeEndsOfLetters() {
    survives(HEAD + "\r\n" + "\r\n".repeat(300_000) + "--\r\n".repeat(150_000));
    survives(HEAD + "\r\n" + "__\r\n".repeat(250_000));
    survives(HEAD + "\r\n" + "\r\n".repeat(300_000) + "Reply above this line\r\n".repeat(20_000));
    survives(HEAD + "\r\n" + "Sent from my phone\r\n".repeat(50_000));
    survives(HEAD + "\r\n" + "Kind regards,\r\n\r\n".repeat(60_000));
    survives(HEAD + "\r\n" + "begin 644 a\r\n\r\n".repeat(60_000));
  }

  @Test
  void headersInNobodyKnowsWhatCharset() {
    String field =
        "X: \u00E9\u00E8\u00FC\u00F6\u00E4\u00E5\u00F8\u00E6\u00DF\u00F1\u00E7\u00EE\u00F4\r\n";
    survives((field.repeat(5_000) + HEAD + "\r\nhello").getBytes(ISO_8859_1));
  }

  @Test
  void deepHtml() {
    html("<div>".repeat(100_000) + "hello");
    html("<b><i><table><tr><td>".repeat(20_000) + "hello");
    html("<blockquote>".repeat(40_000) + "hello<br>".repeat(15_000));
  }

  @Test
  void htmlThatIsHardToBalance() {
    html("<a href=x>".repeat(50_000));
    html("<b>".repeat(150_000) + "</p>".repeat(15_000));
    html("<p><font color=red>".repeat(25_000));
    html("<table><a>".repeat(40_000));
    html("<a><b></a>".repeat(50_000));
    html("<select><option>".repeat(30_000));
    html("<svg><math>".repeat(45_000));
  }

  @Test
  void htmlWithoutEnds() {
    html("<".repeat(500_000));
    html("<!--".repeat(125_000));
    html("<a " + "b=\"".repeat(150_000));
    html("&".repeat(500_000));
    html("<p style=\"" + "color:red;".repeat(45_000) + "\">x");
    html("<p style=\"" + "(".repeat(450_000) + "\">x");
    html("<img src='http://a.example/b.png'>".repeat(15_000));
  }

  @Test
  void manyMarkedQuotations() {
    html("<div class=gmail_quote>x</div>".repeat(17_500));
    html("<div class=gmail_quote>".repeat(20_000));
    html("<div id=appendonsend></div><p>x</p>".repeat(15_000));
    html("<div style='border-top:solid #E1E1E1 1.0pt'>x</div>".repeat(9_000));
  }

  @Test
  void twoThousandLinks() {
    html("<a href='https://a.example/?q=1'>link</a> ".repeat(2_000));
  }

  @Test
  void linesThatLookLikeQuotation() {
    plain("On Mon, 3 May 2026 at 10:00 Ann <ann@example.com>\n".repeat(20_000));
    plain("> ".repeat(500_000));
    plain(">\nx\n".repeat(250_000));
    plain("From: a\n".repeat(130_000));
    plain("wrote ".repeat(170_000));
    plain("-".repeat(1_000_000));
    plain("\n".repeat(1_000_000));
  }

  @Test
  void wideCharacters() {
    survives(
        join(
            HEAD + "Content-Type: text/plain; charset=utf-32\r\n\r\n",
            "\uD83D\uDE00".repeat(400_000).getBytes(java.nio.charset.Charset.forName("UTF-32"))));
  }

  @Test
  void aBounceOfManyLines() {
    survives(
        "From: mailer-daemon@example.com\r\nSubject: failure notice\r\n\r\n"
            + "a@".repeat(400_000)
            + "\r\n"
            + "5.".repeat(100_000));
    survives(
        HEAD
            + "Content-Type: multipart/report; boundary=b; report-type=delivery-status\r\n\r\n--b\r\n"
            + "Content-Type: message/delivery-status\r\n\r\n"
            + "Action: failed\r\n\tx".repeat(300_000));
  }

  @Test
  void rubbish() {
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 50; i++) {
      byte[] bytes = new byte[20_000];
      random.nextBytes(bytes);
      survives(bytes);
      survives(join(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", bytes));
    }
  }

  private static void html(String html) {
    survives(HEAD + "Content-Type: text/html; charset=utf-8\r\n\r\n" + html);
  }

  private static void plain(String text) {
    survives(HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text);
  }

  private static ReadMail survives(String mail) {
    return survives(mail.getBytes(UTF_8));
  }

  private static ReadMail survives(byte[] mail) {
    long start = CPU.getCurrentThreadCpuTime();
    ReadMail read = MailReader.read(mail);
    // Its own work, not the wall clock: a busy machine must not fail the test.
    assertThat((CPU.getCurrentThreadCpuTime() - start) / 1_000_000).isLessThan(5_000);
    return read;
  }

  private static byte[] join(String head, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(UTF_8));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static byte[] join(byte[] head, String body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head);
    out.writeBytes(body.getBytes(UTF_8));
    return out.toByteArray();
  }
}
