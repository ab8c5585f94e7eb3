package amends.app.commands;

import amends.app.Configuration;
import amends.app.ExitCode;
import amends.app.House;
import amends.app.Trouble;
import amends.shared.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Starts, answers some requests and ends, so that the build can write the AOT cache. Whatever it
 * touches is loaded by every later start before anything else: so it starts on a database that is
 * there already, as they do, and asks through a plain socket.
 */
final class Train implements Command {
  private static final List<String> PATHS = List.of("/health", "/ready", "/", "/sign-in");

  @Override
  public String name() {
    return "train";
  }

  @Override
  public String words() {
    return "start, answer some requests and end: for the build";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    if (args.size() != 1) throw Trouble.usedWrongly("Name the directory for the data of training.");
    Path data = Path.of(args.getFirst());
    Settings settings = terminal.configuration().settings().withData(data).withPorts(0, 0);
    try (House house = House.open(new Configuration(settings, ""), Map.of(), line -> {})) {
      for (String path : PATHS) ask(house.settings().http().port(), path);
    }
    return ExitCode.DONE;
  }

  private static void ask(int port, String path) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String asked = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
      if (socket.getInputStream().readAllBytes().length > 0) return;
    } catch (IOException e) {
      throw Trouble.couldNotRun("Training got no answer from " + path + "; look at the log.");
    }
    throw Trouble.couldNotRun("Training got an empty answer from " + path + "; look at the log.");
  }
}
