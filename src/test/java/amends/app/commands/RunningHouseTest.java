package amends.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in a process of its own, and commands beside it on the same data. */
class RunningHouseTest {
  @TempDir Path here;

  @Test
  void answersItsProbesAndLetsCommandsWorkBesideIt() throws Exception {
    Path run = here.resolve("data/run.json");
    Process house = launch("run");
    try {
      await(house, run);
      String base = "http://127.0.0.1:" + port(run);
      assertThat(get(base + "/health").statusCode()).isEqualTo(200);
      assertThat(get(base + "/ready").body()).contains("UP");
      assertThat(get(base + "/metrics").body()).contains("jvm_memory_used_bytes");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
          .isEqualTo("rw-------");
      assertThat(amends("check")).as(said("check")).isZero();
      assertThat(amends("backup", "b")).as(said("backup")).isZero();
      assertThat(amends("run")).isEqualTo(3);
      assertThat(amends("restore", "b")).isEqualTo(3);
      assertThat(said("restore")).contains("Another Amends is already using");
    } finally {
      house.destroy();
      house.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
    assertThat(run).doesNotExist();
    assertThat(here.resolve("data/postgres/postmaster.pid")).doesNotExist();
  }

  private int amends(String... line) throws Exception {
    return launch(line).waitFor();
  }

  private Process launch(String... line) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(System.getProperty("java.home") + "/bin/java");
    all.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    all.addAll(List.of("-cp", withoutTests(), "amends.app.Amends"));
    all.addAll(List.of(line));
    var builder = new ProcessBuilder(all).directory(here.toFile());
    builder.environment().put("AMENDS_HTTP_PORT", "0");
    builder.environment().put("AMENDS_MAIL_PORT", "0");
    builder.redirectErrorStream(true);
    boolean first = line[0].equals("run") && !Files.exists(here.resolve("run.out"));
    builder.redirectOutput(here.resolve(first ? "run.out" : line[0] + ".out").toFile());
    return builder.start();
  }

  private static String withoutTests() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(":"))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .filter(entry -> !Files.isDirectory(entry.resolve("amends/testing")))
        .map(Path::toString)
        .collect(Collectors.joining(":"));
  }

  private String said(String command) throws IOException {
    Path file = here.resolve(command + ".out");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private void await(Process house, Path file) throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!Files.exists(file)) {
      assertThat(house.isAlive()).as(said("run")).isTrue();
      assertThat(System.nanoTime()).as("waited for too long").isLessThan(until);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static String port(Path run) throws IOException {
    return Files.readString(run).replaceAll("(?s).*\"httpPort\":(\\d+).*", "$1");
  }

  private static HttpResponse<String> get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
