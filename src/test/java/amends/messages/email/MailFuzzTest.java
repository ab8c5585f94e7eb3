package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
}
