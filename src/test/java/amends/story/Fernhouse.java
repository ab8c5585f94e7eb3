package amends.story;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.Beginnings;
import amends.testing.Sender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The real program with the demo world, in a process of its own, on free ports. */
final class Fernhouse implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("ready at (http://\\S+)[\\s\\S]*smtp://127\\.0\\.0\\.1:(\\d+)");

  private final Process process;
  private final String address;
  private final int mailPort;

  private Fernhouse(Process process, String address, int mailPort) {
    this.process = process;
    this.address = address;
    this.mailPort = mailPort;
  }

  static Fernhouse open(Path here) throws IOException {
    return open(here, Map.of());
  }

  /**
   * @param settings over the usual ones, by their variables
   */
  static Fernhouse open(Path here, Map<String, String> settings) throws IOException {
    Beginnings.lay(here.resolve("data"));
    Path said = here.resolve("demo.out");
    List<String> line =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            withoutTests(),
            "amends.app.Amends",
            "demo");
    var builder = new ProcessBuilder(line).directory(here.toFile());
    builder.environment().put("AMENDS_HTTP_PORT", "0");
    builder.environment().put("AMENDS_MAIL_PORT", "0");
    builder.environment().put("AMENDS_UNDO_SECONDS", "4");
    builder.environment().put("AMENDS_DATA", here.resolve("data").toString());
    builder.environment().putAll(settings);
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    Matcher ready = awaitReady(process, said);
    return new Fernhouse(process, ready.group(1), Integer.parseInt(ready.group(2)));
  }

  private static Matcher awaitReady(Process process, Path said) throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(240);
    while (true) {
      Matcher ready = READY.matcher(Files.readString(said));
      if (ready.find()) {
        return ready;
      }
      assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
      assertThat(System.nanoTime()).as("waited for too long").isLessThan(until);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static String withoutTests() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(":"))
        .filter(entry -> !Files.isDirectory(Path.of(entry, "amends", "testing")))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(":"));
  }

  String address() {
    return address;
  }

  /** Sends one mail to the help address by SMTP and returns what the door said. */
  String mail(String from, String subject, String type, String body) throws IOException {
    String mime =
        """
        From: %s
        To: help@fernhill.example
        Subject: %s
        Message-ID: <%s@example.org>
        MIME-Version: 1.0
        Content-Type: %s; charset=utf-8

        %s
        """
            .formatted(from, subject, Long.toHexString(System.nanoTime()), type, body)
            .replace("\n", "\r\n");
    String sender = from.substring(from.indexOf('<') + 1, from.indexOf('>'));
    try (Sender door = new Sender(mailPort)) {
      return door.send(sender, "help@fernhill.example", mime.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
