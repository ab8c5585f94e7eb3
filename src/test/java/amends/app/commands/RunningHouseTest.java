package amends.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import amends.app.Configuration;
import amends.app.House;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server, and commands beside it on the same data. */
class RunningHouseTest {
  @TempDir Path here;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void answersItsProbesAndLetsCommandsWorkBesideIt() throws Exception {
    Terminal terminal = terminal();
    Path run = here.resolve("data/run.json");
    Map<String, Object> quiet = Map.of("logging.threshold.console", "off");
    try (House house =
        House.open(Configuration.read(terminal.environment(), here), quiet, l -> {})) {
      URI base = house.settings().baseUrl();
      assertThat(get(base.resolve("/health")).statusCode()).isEqualTo(200);
      assertThat(get(base.resolve("/ready")).body()).contains("UP");
      assertThat(get(base.resolve("/metrics")).body()).contains("jvm_memory_used_bytes");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
          .isEqualTo("rw-------");
      assertThat(CommandLine.STANDARD.run(terminal, "check")).as(said()).isZero();
      assertThat(CommandLine.STANDARD.run(terminal, "backup", "b")).as(said()).isZero();
      assertThat(CommandLine.STANDARD.run(terminal, "run")).isEqualTo(3);
      assertThat(said()).contains("Another Amends is already using");
      assertThat(CommandLine.STANDARD.run(terminal, "restore", "b")).isEqualTo(3);
    }
    assertThat(run).doesNotExist();
    assertThat(CommandLine.STANDARD.run(terminal, "check")).as(said()).isZero();
  }

  private static HttpResponse<String> get(URI address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  private Terminal terminal() {
    return new Terminal(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Map.of("AMENDS_HTTP_PORT", "0", "AMENDS_MAIL_PORT", "0", "AMENDS_SHARED_BUFFERS", "32MB"),
        here);
  }
}
