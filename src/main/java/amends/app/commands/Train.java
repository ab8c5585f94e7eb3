package amends.app.commands;

import amends.app.Configuration;
import amends.app.ExitCode;
import amends.app.House;
import amends.app.Scratch;
import amends.app.Trouble;
import amends.shared.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts, answers some requests and ends, so that the build can write the AOT cache. */
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
    Path data = Scratch.directory();
    Settings settings = terminal.configuration().settings().withData(data).withPorts(0, 0);
    var configuration = new Configuration(settings, "");
    Map<String, Object> quiet = Map.of("logging.threshold.console", "off");
    try (House house = House.open(configuration, quiet, line -> {});
        HttpClient client = HttpClient.newHttpClient()) {
      for (String path : PATHS) ask(client, house.settings().baseUrl().resolve(path));
    } finally {
      Scratch.remove(data);
    }
    return ExitCode.DONE;
  }

  private static void ask(HttpClient client, URI address) {
    try {
      client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw Trouble.couldNotRun("Training got no answer from " + address + "; look at the log.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
