package amends.app.bench;

import amends.app.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A JVM of its own with the launcher's options, timed from its start to its first answer. */
final class Child implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(180);
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms48m",
          "-Xmx512m",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "-Dfile.encoding=UTF-8",
          "-Djava.awt.headless=true");

  private final Process process;
  private final double seconds;

  private Child(Process process, double seconds) {
    this.process = process;
    this.seconds = seconds;
  }

  static Process launch(Map<String, String> environment, List<String> line) {
    List<String> all =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    all.addAll(OPTIONS);
    all.addAll(line);
    var builder = new ProcessBuilder(all);
    builder.environment().keySet().removeIf(name -> name.startsWith("AMENDS_"));
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return builder.start();
    } catch (IOException e) {
      throw Trouble.couldNotRun("A JVM cannot be started (" + e.getMessage() + ").");
    }
  }

  /** Started, and waited for until the path answers with one of the codes. */
  static Child timed(Map<String, String> environment, List<String> line, int port, String codes) {
    long began = System.nanoTime();
    Process process = launch(environment, line);
    while (System.nanoTime() - began < PATIENCE && process.isAlive()) {
      if (answers(port, codes)) return new Child(process, (System.nanoTime() - began) / 1e9);
      LockSupport.parkNanos(5_000_000);
    }
    process.destroy();
    throw Trouble.couldNotRun("The program that is measured did not answer; start it by hand.");
  }

  private static boolean answers(int port, String codes) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      socket.setSoTimeout(2_000);
      socket
          .getOutputStream()
          .write("GET /ready HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] head = socket.getInputStream().readNBytes(12);
      return head.length == 12 && new String(head, 9, 3, StandardCharsets.US_ASCII).matches(codes);
    } catch (IOException e) {
      return false;
    }
  }

  double seconds() {
    return seconds;
  }

  /** Resident memory in MB, the database's processes apart. */
  double residentMb() {
    try {
      return Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
          .filter(l -> l.startsWith("VmRSS:"))
          .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw Trouble.couldNotRun("No free port was found (" + e.getMessage() + ").");
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
