package amends.app.commands;

import amends.app.Configuration;
import amends.app.DemoWorld;
import amends.app.ExitCode;
import amends.app.House;
import amends.app.Trouble;
import amends.shared.MailWays;
import amends.shared.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts with the demo world, in a data directory of its own. */
final class Demo implements Command {
  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String words() {
    return "build if needed, start with the demo world and a mail catcher, print the sign-ins";
  }

  @Override
  public String more() {
    return "Data lies in ./demo-data unless AMENDS_DATA says otherwise; remove it to begin anew.";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    Arguments.none(this, args);
    Configuration configuration = configuration(terminal);
    Path log = configuration.settings().data().resolve("amends.log");
    try (House house = House.open(configuration, properties(log), terminal::progress)) {
      house
          .context()
          .getBeanProvider(DemoWorld.class)
          .forEach(world -> show(world, house, terminal));
      terminal.out().println("Its log is " + log + "; Ctrl-C ends it.");
      house.await();
    }
    return ExitCode.DONE;
  }

  private static void show(DemoWorld world, House house, Terminal terminal) {
    terminal.progress("Filling in the demo world");
    world.make();
    Settings settings = house.settings();
    terminal.out().println("Amends is ready at " + settings.baseUrl());
    world.greeting().forEach(terminal.out()::println);
  }

  private static Configuration configuration(Terminal terminal) {
    Configuration read = terminal.configuration();
    Settings settings = read.settings();
    Configuration caught = read.with(settings.withSmtp(catcher()).withMailWays(MailWays.PLAIN));
    Path standard = terminal.workingDirectory().resolve("data").toAbsolutePath().normalize();
    return settings.data().equals(standard)
        ? caught.with(caught.settings().withData(standard.resolveSibling("demo-data")))
        : caught;
  }

  /** Whatever mail server was set: in a demo nothing leaves the house. */
  private static Settings.Smtp catcher() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Settings.Smtp("127.0.0.1", socket.getLocalPort(), "", "", Settings.Tls.NONE);
    } catch (IOException e) {
      throw Trouble.couldNotRun(
          "No port for the mail catcher can be opened on 127.0.0.1 (" + e.getMessage() + ").");
    }
  }

  private static Map<String, Object> properties(Path log) {
    return Map.of(
        "amends.demo",
        "true",
        "logging.threshold.console",
        "off",
        "logging.file.name",
        log.toString(),
        "logging.structured.format.file",
        "logstash");
  }
}
