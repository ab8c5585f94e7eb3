package amends.messages.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.messages.MailPerson;
import amends.messages.ReadMail;
import amends.messages.email.OutgoingMail.Origin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailWriterTest {
  private static final String WORDS =
      "Dear Ann,\n\nwe are sorry – the jug is replaced. See https://harbour.example/1?a=1&b=2.\n"
          + ".\nFrom here on all is well \n"
          + "x".repeat(500)
          + "\n=C3 <b>& 😀\n";

  @Test
  void whatWeWriteWeRead() {
    ReadMail read =
        MailReader.read(write("Ann Lée", "Your jug – and “more” 😀 ".repeat(5), Origin.PERSON));
    assertThat(read.error()).isNull();
    assertThat(read.from())
        .isEqualTo(new MailPerson("Harbour Kitchen, Help", "help@harbour.example"));
    assertThat(read.to()).containsExactly(new MailPerson("Ann Lée", "ann@example.net"));
    assertThat(read.replyTo())
        .extracting(MailPerson::address)
        .containsExactly("reply+1.2.x@harbour.example");
    assertThat(read.subject()).isEqualTo("Your jug – and “more” 😀 ".repeat(5).strip());
    assertThat(read.date()).isEqualTo(Instant.parse("2026-05-04T09:30:00Z"));
    assertThat(read.messageId()).isEqualTo("<m1@harbour.example>");
    assertThat(read.inReplyTo()).isEqualTo("<jug-1@example.net>");
    assertThat(read.references()).containsExactly("<a@example.net>", "<jug-1@example.net>");
    assertThat(read.text().strip()).isEqualTo(WORDS.strip());
    assertThat(read.html()).contains("<a href=\"https://harbour.example/1?a&#61;1&amp;b&#61;2\"");
    assertThat(read.automatic()).isFalse();
  }

  @Test
  void everyLineIsShortAndAscii() {
    String raw = new String(write("Ann", "s".repeat(900), Origin.ANSWER), US_ASCII);
    assertThat(raw.lines()).allMatch(line -> line.length() <= 78);
    assertThat(raw.chars()).allMatch(c -> c < 127);
    assertThat(raw).doesNotContain("\r\n.\r\n").doesNotContain("\nFrom here");
    assertThat(raw.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
  }

  @Test
  void onlyMachinesSayThatTheyAreMachines() {
    assertThat(new String(write("Ann", "x", Origin.PERSON), US_ASCII))
        .doesNotContain("Auto-Submitted")
        .doesNotContain("Suppress")
        .doesNotContain("Precedence");
    assertThat(MailReader.read(write("Ann", "x", Origin.ANSWER)).header("Auto-Submitted"))
        .containsExactly("auto-replied");
    assertThat(MailReader.read(write("Ann", "x", Origin.NOTICE)).header("X-Auto-Response-Suppress"))
        .containsExactly("All");
    assertThat(MailReader.read(write("Ann", "x", Origin.MASS)).header("Precedence"))
        .containsExactly("bulk");
  }

  @Test
  void aSecondTryIsTheSame() {
    assertThat(write("Ann", "x", Origin.NOTICE)).isEqualTo(write("Ann", "x", Origin.NOTICE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\r\nBcc: x@y.example", "a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b"})
  void noFieldTakesALineBreak(String hostile) {
    assertThatThrownBy(() -> write(hostile, "x", Origin.PERSON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line break");
    assertThatThrownBy(() -> write("Ann", hostile, Origin.PERSON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.net\r\nBcc: x@y.example",
        "ann@example.net>, <x@y.example",
        "ann",
        "@example.net",
        "ann@",
        "a nn@example.net",
        "ann@exa mple.net",
        "jörg@example.net"
      })
  void noAddressBringsAnother(String hostile) {
    OutgoingMail mail = mail("Ann", "x", Origin.PERSON, hostile, "<m1@harbour.example>");
    assertThatThrownBy(() -> MailWriter.write(mail)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a@b>\r\nBcc: x@y", "a@b", "<a@b", "<a b@c>", "<a@b><c@d>", "<@>"})
  void noIdentifierBringsAField(String hostile) {
    OutgoingMail mail = mail("Ann", "x", Origin.PERSON, "ann@example.net", hostile);
    assertThatThrownBy(() -> MailWriter.write(mail)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDomainOfAnyScriptIsWritten() {
    OutgoingMail mail =
        mail("Ann", "x", Origin.PERSON, "ann@bücher.example", "<m1@harbour.example>");
    assertThat(new String(MailWriter.write(mail), US_ASCII))
        .contains("<ann@xn--bcher-kva.example>");
  }

  private static byte[] write(String name, String subject, Origin origin) {
    return MailWriter.write(mail(name, subject, origin, "ann@example.net", "<m1@harbour.example>"));
  }

  private static OutgoingMail mail(
      String name, String subject, Origin origin, String address, String id) {
    return new OutgoingMail(
        new MailPerson("Harbour Kitchen, Help", "help@harbour.example"),
        new MailPerson(name, address),
        new MailPerson("", "reply+1.2.x@harbour.example"),
        subject,
        WORDS,
        id,
        "<jug-1@example.net>",
        List.of("<a@example.net>", "<jug-1@example.net>"),
        Instant.parse("2026-05-04T09:30:00Z"),
        origin);
  }
}
