package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailInspectTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void tellsEachMessageInOneLine() throws IOException {
    Files.write(folder.resolve("a.eml"), Mails.raw("broken-jug.eml"));
    Files.createDirectory(folder.resolve("more"));
    Files.write(folder.resolve("more/b.eml"), Mails.raw("bounce-standard.eml"));
    assertThat(run(folder.toString(), "--json")).isZero();
    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode jug = JsonMapper.builder().build().readTree(lines.getFirst());
    assertThat(jug.propertyNames())
        .containsExactly(
            "file",
            "from",
            "to",
            "cc",
            "reply_to",
            "subject",
            "date",
            "message_id",
            "in_reply_to",
            "references",
            "text",
            "html",
            "reply_text",
            "attachments",
            "parts",
            "automatic",
            "automatic_reason",
            "bounce",
            "error");
    assertThat(jug.get("from").asString()).isEqualTo("Ann Lée <ann@example.net>");
    assertThat(jug.get("date").asString()).isEqualTo("2026-05-03T08:11:58Z");
    assertThat(jug.get("bounce").isNull()).isTrue();
    assertThat(jug.get("attachments").get(0).propertyNames())
        .containsExactly("name", "type", "size", "sha256");
    JsonNode bounce = JsonMapper.builder().build().readTree(lines.getLast()).get("bounce");
    assertThat(bounce.propertyNames()).containsExactly("recipient", "type", "status", "reason");
    assertThat(bounce.get("type").asString()).isEqualTo("hard");
  }

  @Test
  void aMailboxIsReadMessageByMessage() throws IOException {
    String mail =
        "From ann@example.net Mon May  4 09:30:12 2026\nSubject: jug\n\nFrom here on it broke.\n\n";
    Files.writeString(folder.resolve("box"), mail + mail.replace("jug", "cup"));
    assertThat(run(folder.resolve("box").toString(), "--json")).isZero();
    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).contains("box#1").contains("\"jug\"");
    assertThat(lines.getLast()).contains("box#2").contains("\"cup\"").contains("From here on");
  }

  @Test
  void saysThatAFileHoldsMoreThanIsRead() throws IOException {
    String mail = "From ann@example.net Mon May  4 09:30:12 2026\nSubject: jug\n\nIt broke.\n\n";
    Path box = Files.writeString(folder.resolve("box"), mail + mail.replace("jug", "cup"));
    int code =
        MailInspect.run(
            List.of(box.toString(), "--json"),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            mail.length());
    assertThat(code).isEqualTo(3);
    assertThat(out.toString(UTF_8)).contains("\"jug\"").doesNotContain("\"cup\"");
    assertThat(err.toString(UTF_8)).contains("holds more; split it");
  }

  @Test
  void tellsPeopleInWords() throws IOException {
    Path file = Files.write(folder.resolve("a.eml"), Mails.raw("broken-jug.eml"));
    assertThat(run(file.toString())).isZero();
    assertThat(out.toString(UTF_8)).contains("From: Ann Lée").contains("  | Ann");
  }

  @Test
  void saysWhatIsWrongWithTheCall() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--jsn", "x")).isEqualTo(2);
    assertThat(err.toString(UTF_8).lines()).hasSize(2);
  }

  @Test
  void saysWhichPathIsMissingAndReadsTheOthers() throws IOException {
    Files.write(folder.resolve("a.eml"), Mails.raw("broken-jug.eml"));
    assertThat(run(folder.resolve("none.eml").toString(), folder.toString(), "--json"))
        .isEqualTo(3);
    assertThat(err.toString(UTF_8).lines()).hasSize(1);
    assertThat(out.toString(UTF_8).lines()).hasSize(1);
  }

  private int run(String... args) {
    return MailInspect.run(
        List.of(args), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }
}
