package amends.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import amends.app.postgres.DataLock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes at the command line: one sentence with the mend, and the right exit code. */
class CommandLineTest {
  @TempDir Path here;

  private final Map<String, String> environment =
      new HashMap<>(Map.of("AMENDS_HTTP_PORT", "0", "AMENDS_MAIL_PORT", "0"));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void listsItsCommands() {
    assertThat(run()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("demo", "run", "test", "check", "backup FILE", "restore FILE", "release")
        .contains("Exit codes: 0 done, 1 found something, 2 used wrongly, 3 could not run.")
        .doesNotContain("train");
    assertThat(err.size()).isZero();
  }

  @Test
  void saysMoreAboutOneCommand() {
    assertThat(run("help", "check")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("./amends check", "Exit 1");
    assertThat(run("backup", "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("./amends backup FILE");
  }

  @Test
  void saysWhichMomentsWordsMean() {
    assertThat(
            run(
                "moments",
                "--now",
                "2026-05-12T14:07",
                "--zone",
                "Europe/London",
                "by Friday noon",
                "shortly",
                "--json"))
        .isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "{\"input\":\"by Friday noon\",\"text\":\"by Friday noon\",\"start\":0,\"end\":14,"
                + "\"moment\":\"2026-05-15T12:00:00+01:00\",\"from\":null,\"to\":null}");
    assertThat(run("moments")).isEqualTo(2);
    assertOneSentence("needs a text");
    assertThat(run("moments", "--zone", "Nowhere", "noon")).isEqualTo(2);
    assertOneSentence("takes moments like 2026-05-12T14:07 and zones like Europe/London");
  }

  @Test
  void readsADraftAlong() throws Exception {
    Path draft = here.resolve("draft.txt");
    Files.writeString(draft, "Thank you. 🙂 We'll have this resolved shortly.");
    assertThat(run("draft", "check", "draft.txt", "--json", "--zone", "UTC")).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("{\"rule\":\"vague.soon\"")
        .contains("\"start\":38,\"end\":45,\"words\":\"shortly\"", "\"evidence\":[]");
    Files.writeString(draft, "I will call you by Friday noon.");
    out.reset();
    assertThat(run("draft", "check", "draft.txt")).isZero();
    assertThat(out.size()).isZero();
    assertThat(run("draft")).isEqualTo(2);
    assertThat(run("draft", "check", "nowhere.txt")).isEqualTo(3);
  }

  @Test
  void listensToWhatComesIn() throws Exception {
    Files.writeString(
        here.resolve("in.txt"), "The charger caught fire.\nAre you open on Sunday?\n");
    assertThat(run("listen", "--json", "in.txt")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).contains("\"complaint\":true,\"call\":true", "caught fire"),
            line -> assertThat(line).contains("\"complaint\":false,\"call\":false"));
    assertThat(run("listen")).isEqualTo(2);
  }

  @Test
  void listensToHostileTextsLineByLine() throws Exception {
    byte[] start = "\u0000\u202Eniaga\rIt burned my hand.\r\n\n".getBytes(StandardCharsets.UTF_8);
    byte[] wrong = {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, '\n'};
    byte[] long1 =
        ("x".repeat(1_000_000) + "\nThe charger 🔥 caught fire").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(start);
    all.write(wrong);
    all.write(long1);
    Files.write(here.resolve("hostile.txt"), all.toByteArray());

    assertThat(run("listen", "--json", "hostile.txt")).isZero();

    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(5).allMatch(line -> line.startsWith("{\"line\":"));
    assertThat(lines.getFirst()).contains("\"call\":true", "burned my hand");
    assertThat(lines.get(1)).contains("\"line\":2,\"complaint\":false");
    assertThat(lines.getLast())
        .as("places count characters")
        .contains("\"line\":5", "\"start\":14,\"end\":25,\"words\":\"caught fire\"");
    out.reset();
    Files.write(here.resolve("empty.txt"), new byte[0]);
    assertThat(run("listen", "--json", "empty.txt")).isZero();
    assertThat(out.size()).isZero();
  }

  @Test
  void readsMomentsInHostileTexts() {
    String[] hostile = {
      "",
      " ",
      "\u202E by Friday noon",
      "by\u0000Friday noon",
      "noon\r\nby Friday noon",
      "5".repeat(400),
      "in 999999 years",
      "in 999999 working days",
      "by 31 February",
      "\uD83D by Friday noon",
      "by ".repeat(30_000)
    };
    for (String text : hostile) {
      assertThat(run("moments", "--now", "2026-05-12T14:07", "--zone", "UTC", "--json", text))
          .as(text.length() > 60 ? text.substring(0, 60) : text)
          .isZero();
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .allMatch(line -> line.matches("\\{.*\"(moment|from)\":\"\\d{4}-.*}"));
  }

  @Test
  void guessesAMistypedCommand() {
    assertThat(run("chekc")).isEqualTo(2);
    assertOneSentence("There is no command \"chekc\"; perhaps \"check\" was meant");
    assertThat(run("help", "bakcup")).isEqualTo(2);
  }

  @Test
  void refusesWhatACommandDoesNotTake() {
    assertThat(run("check", "everything")).isEqualTo(2);
    assertOneSentence("takes nothing after its name; write ./amends check.");
    assertThat(run("backup")).isEqualTo(2);
    assertOneSentence("takes one FILE; write ./amends backup FILE.");
    assertThat(run("bench", "strat")).isEqualTo(2);
    assertOneSentence("perhaps \"start\" was meant");
    assertThat(run("mail")).isEqualTo(2);
    assertOneSentence("write ./amends mail inspect");
  }

  @Test
  void refusesAWrongSettingBeforeAnythingStarts() {
    environment.put("AMENDS_HTTP_PORT", "http");
    assertThat(run("run")).isEqualTo(2);
    assertOneSentence("AMENDS_HTTP_PORT is set to \"http\", which is wrong; give a port number");
    assertThat(here.resolve("data")).doesNotExist();
  }

  @Test
  void refusesATakenPortBeforeAnythingStarts() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment.put("AMENDS_MAIL_PORT", "" + taken.getLocalPort());
      assertThat(run("run")).isEqualTo(3);
      assertOneSentence("The port " + taken.getLocalPort() + " for mail cannot be opened");
      assertThat(here.resolve("data/postgres")).doesNotExist();
    }
  }

  @Test
  void refusesASecondServerOnTheSameData() {
    try (DataLock ignored = DataLock.take(here.resolve("data"))) {
      assertThat(run("run")).isEqualTo(3);
      assertOneSentence("Another Amends is already using");
    }
  }

  @Test
  void refusesADataDirectoryThatCannotBeWritten() throws Exception {
    Path file = Files.writeString(here.resolve("file"), "in the way");
    environment.put("AMENDS_DATA", file.resolve("data").toString());
    assertThat(run("run")).isEqualTo(3);
    assertOneSentence("cannot be written");
    assertThat(run("demo")).isEqualTo(3);
  }

  @Test
  void doesNotMakeAnInstallationOnlyToLookAtIt() {
    assertThat(run("check")).isEqualTo(3);
    assertOneSentence("There is no installation in");
    assertThat(run("release")).isEqualTo(3);
    assertThat(run("backup", "file")).isEqualTo(3);
    assertThat(here.resolve("data")).doesNotExist();
  }

  private int run(String... line) {
    out.reset();
    err.reset();
    return CommandLine.STANDARD.run(
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            here),
        line);
  }

  private void assertOneSentence(String words) {
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(words)
        .endsWith(".\n")
        .hasLineCount(1);
    assertThat(out.size()).isZero();
  }
}
