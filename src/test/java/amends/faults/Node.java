package amends.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The real program in a process of its own, which can be killed and started again. */
public final class Node implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(3);

  private final Path here;
  private final Map<String, String> environment = new TreeMap<>();
  private final int httpPort = freePort();
  private final int mailPort = freePort();
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile Process process;

  /**
   * @param relayPort where its outgoing mail goes, on this machine
   * @param more variables of its environment
   */
  public Node(Path here, int relayPort, Map<String, String> more) throws IOException {
    this.here = Files.createDirectories(here);
    environment.put("AMENDS_DATA", here.resolve("data").toString());
    environment.put("AMENDS_HTTP_PORT", "" + httpPort);
    environment.put("AMENDS_MAIL_PORT", "" + mailPort);
    environment.put("AMENDS_SMTP_HOST", "127.0.0.1");
    environment.put("AMENDS_SMTP_PORT", "" + relayPort);
    environment.put("AMENDS_SMTP_TLS", "none");
    // Nothing can be proved on a machine by itself.
    environment.put("AMENDS_MAIL_PROOF", "no");
    environment.put("AMENDS_MAIL_DNS", "no");
    environment.put("AMENDS_SHARED_BUFFERS", "64MB");
    environment.putAll(more);
  }

  Node launch() throws IOException {
    process = launched("run");
    return this;
  }

  /** Starts it and waits until it can serve; returns how long that took. */
  public Duration start() throws IOException {
    long began = System.nanoTime();
    launch().awaitReady();
    return Duration.ofNanos(System.nanoTime() - began);
  }

  void awaitReady() {
    Wait.until(
        "the program is ready; its output is " + here.resolve("run.out"),
        READY,
        () -> {
          if (!process.isAlive()) throw new AssertionError("it ended: " + said("run"));
          return isOurs() && isReady();
        });
  }

  boolean isReady() {
    var ask =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The file may still be that of the process that was killed. */
  private boolean isOurs() {
    return entry("pid").equals("" + process.pid());
  }

  /** SIGKILL: nothing of it gets to do anything any more. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** SIGSTOP: it stands still in the middle of whatever it does, and knows nothing of it. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** SIGCONT: it goes on as if nothing had been. */
  void goOn() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
  }

  /** As an operator stops it: what is in hand is finished. */
  void stop() {
    process.destroy();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** Kills its PostgreSQL with all children; returns how many processes that were. */
  int killPostgres() throws IOException {
    Path file = here.resolve("data/postgres/postmaster.pid");
    ProcessHandle postmaster =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip())).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
    postmaster.descendants().forEach(all::add);
    all.forEach(ProcessHandle::destroyForcibly);
    return all.size();
  }

  /** Runs a command beside it, on the same data; its output is {@link #said} under its name. */
  public int command(String name, String... words) throws IOException {
    return launched(name, words).onExit().orTimeout(180, TimeUnit.SECONDS).join().exitValue();
  }

  public String url() {
    return "http://127.0.0.1:" + httpPort;
  }

  public String said(String command) {
    try {
      return Files.readString(here.resolve(command + ".out"));
    } catch (IOException e) {
      return "";
    }
  }

  public int mailPort() {
    return mailPort;
  }

  /** Megabytes in memory, without its PostgreSQL. */
  public long memory() {
    return status("VmRSS:") / 1024;
  }

  public long threads() {
    return status("Threads:");
  }

  private long status(String field) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  public Connection record() throws SQLException {
    return DriverManager.getConnection(entry("jdbcUrl"), entry("user"), entry("password"));
  }

  private String entry(String name) {
    try {
      String run = Files.readString(here.resolve("data/run.json"));
      return run.replaceAll("(?s).*\"" + name + "\":\"?([^\",}]*).*", "$1");
    } catch (IOException e) {
      return "";
    }
  }

  private Process launched(String command, String... words) throws IOException {
    List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    line.addAll(List.of("-XX:+UseSerialGC", "-Xms48m", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8"));
    line.addAll(List.of("-cp", withoutTests(), "amends.app.Amends", command));
    line.addAll(List.of(words));
    var builder = new ProcessBuilder(line).directory(here.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AMENDS_"));
    builder.environment().putAll(environment);
    var out = here.resolve(command + ".out").toFile();
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(out));
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

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    if (process == null) return;
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }
}
