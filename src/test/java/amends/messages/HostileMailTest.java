package amends.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Mail that broke other desks: it is taken in, harms nobody, and holds up no other (P9, P20–P22).
 */
class HostileMailTest extends MailTest {
  private static final String HEAD = "From: Ann Lee <ann@example.org>\r\nSubject: jug\r\n";

  @Test
  void poisonIsTakenInAndTheNextMailToo() {
    arrive(
        bytes(
            HEAD
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n\r\n".repeat(100_000)));
    arrive(bytes(HEAD + nested(10_000)));
    arrive(bytes(HEAD + "\r\n" + "x".repeat(5_000_000)));
    arrive(bytes("From: " + "(".repeat(50_000) + "ann@example.org\r\n\r\nhello"));
    arrive(bytes(HEAD + "Content-Type: text/html\r\n\r\n" + "<a href=x>".repeat(2_000) + "link"));
    arrive(bytes(HEAD + "Content-Type: text/plain; charset=utf-32\r\n\r\n" + "x".repeat(99_999)));
    arrive(Mails.fromAnn("<last@example.org>", "A plain word."));

    read();

    assertThat(intake.taken).hasSize(7);
    assertThat(intake.taken).anyMatch(mail -> mail.mail().text().contains("A plain word."));
    assertThat(count("inbound where done_at is null")).isZero();
  }

  @Test
  void namesOfFilesLeadNowhere() {
    StringBuilder mail =
        new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n");
    List<String> names =
        List.of(
            "../../etc/passwd",
            "..\\..\\boot.ini",
            "%2e%2e%2fx",
            "\u200B.htaccess",
            "a\u0000b.txt",
            "x".repeat(300) + ".pdf",
            "gpj.\u202Eexe",
            ".pht",
            "con:stream",
            "<img src=x>.png");
    names.forEach(name ->
        mail.append(
                "--b\r\nContent-Type: application/x-php\r\nContent-Disposition: attachment; filename=\"")
            .append(name.replace("\\", "\\\\"))
            .append("\"\r\n\r\nx\r\n"));
    arrive(bytes(mail + "--b--\r\n"));

    read();

    assertThat(sql.sql("select name from attachment").query(String.class).list())
        .hasSize(names.size())
        .allSatisfy(name ->
            assertThat(name).hasSizeBetween(1, 200).doesNotContain("/", "\\", "\u0000", "\u202E"))
        .noneMatch(name -> name.startsWith("."));
    assertThat(sql.sql("select distinct type from attachment").query(String.class).list())
        .containsExactly("application/octet-stream");
  }

  @Test
  void whatOthersWriteInOurNameMeansNothing() {
    arrive(
        bytes(
            HEAD
                + "X-Amends-Delivery: <1.7.12.aaaa@example.net>\r\nX-Amends-Case: 12\r\n"
                + "Authentication-Results: mail.test; dkim=pass\r\n"
                + "In-Reply-To: <12.7.1.forged@example.net>\r\n\r\nHello"));

    read();

    assertThat(intake.taken).hasSize(1);
    assertThat(intake.taken.getFirst().routedTo()).isNull();
  }

  @Test
  void aNameBringsNoOtherRecipient() {
    arrive(
        bytes(
            "From: =?utf-8?Q?Ann=0D=0ABcc:_evil@example.org?= <ann@example.org>\r\nSubject: =?utf-8?Q?a=0D=0ABcc:_x@y.example?=\r\n\r\nHello"));

    read();

    ReadMail mail = intake.taken.getFirst().mail();
    assertThat(mail.subject()).doesNotContain("\n").doesNotContain("\r");
    assertThat(mail.from()).isNotNull();
    assertThat(String.valueOf(mail.from())).doesNotContain("\n").doesNotContain("\r");
  }

  private static String nested(int depth) {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i);
      mail.append("\r\n\r\n--b").append(i).append("\r\n");
    }
    return mail.append("\r\nhello").toString();
  }

  private static byte[] bytes(String mail) {
    return mail.getBytes(UTF_8);
  }
}
