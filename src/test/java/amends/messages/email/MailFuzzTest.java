package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.Invitation;
import amends.messages.ReadMail;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;

/** Run with JAZZER_FUZZ=1 to look for new inputs; an ordinary test run repeats the kept ones. */
class MailFuzzTest {
  private final MailAddresses addresses = new MailAddresses(new TestKeys(), "m.example");

  @FuzzTest
  void readsAnyBytes(byte[] raw) {
    ReadMail mail = MailReader.read(raw);
    assertThat(mail.text() + mail.subject() + mail.replyText()).doesNotContain("\u0000");
    for (ReadMail.Attachment attachment : mail.attachments()) {
      assertThat(attachment.name()).isNotEmpty().hasSizeLessThanOrEqualTo(200);
      assertThat(attachment.name()).doesNotContain("/").doesNotContain("\\").doesNotContain("\n");
    }
  }

  @FuzzTest
  void cleansAnyHtml(byte[] html) {
    String clean =
        HtmlBody.clean(HtmlText.parse(new String(html, UTF_8)), 100_000)
            .html()
            .toLowerCase(Locale.ROOT);
    assertThat(clean).doesNotContain("<script").doesNotContain("<iframe").doesNotContain("<svg");
  }

  @FuzzTest
  void trimsAnyWords(byte[] words) {
    String text = new String(words, UTF_8);
    assertThat(ReplyText.trim(text).length()).isLessThanOrEqualTo(text.length());
  }

  @FuzzTest
  void readsAnyAddressAndBelievesNone(byte[] address) {
    String text = new String(address, UTF_8);
    assertThat(addresses.readReply(text)).isNull();
    assertThat(addresses.readBounce("bounce+" + text + "@m.example")).isNull();
    assertThat(addresses.readMessageId("<" + text + "@m.example>")).isNull();
  }

  @FuzzTest
  void readsAnyReport(byte[] report) {
    byte[] head =
        ("From: MAILER-DAEMON@x.example\r\nReturn-Path: <>\r\nSubject: Undelivered\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\n")
            .getBytes(UTF_8);
    byte[] middle = "\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n".getBytes(UTF_8);
    ReadMail mail = MailReader.read(join(head, report, middle, report));
    ReadMail.Bounce bounce = mail.bounce();
    if (bounce != null) {
      assertThat(bounce.words()).hasSizeLessThanOrEqualTo(500).doesNotContain("\n");
      assertThat(bounce.reason()).isNotEmpty();
    }
  }

  @FuzzTest
  void unpacksAnyWinmail(byte[] bytes) {
    Tnef tnef = Tnef.read(join(new byte[] {0x78, (byte) 0x9F, 0x3E, 0x22, 0, 0}, bytes));
    assertThat(tnef).isNotNull();
    assertThat(CompressedRtf.decompress(bytes).length).isLessThanOrEqualTo(17 * 1024 * 1024);
    Rtf rtf = Rtf.read(bytes);
    assertThat(rtf.html() == null || rtf.text() == null).isTrue();
    assertThat(OpaqueSignature.content(bytes))
        .satisfiesAnyOf(
            content -> assertThat(content).isNull(), content -> assertThat(content).isNotEmpty());
  }

  @FuzzTest
  void readsAnyCalendar(byte[] bytes) {
    Invitation event = Calendars.read("BEGIN:VEVENT\nSUMMARY:jug\n" + new String(bytes, UTF_8));
    assertThat(event).isNotNull();
    assertThat(Mails.present(event).attendees()).hasSizeLessThanOrEqualTo(50);
    assertThat(Calendars.lines(Mails.present(event))).doesNotContain("\u0000");
  }

  private static byte[] join(byte[]... pieces) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }
}
