package amends.app.commands;

import amends.app.ExitCode;
import amends.app.FirstStart;
import amends.app.House;
import amends.shared.OutboxHold;
import amends.shared.Settings;
import java.util.List;
import java.util.Map;

/** Starts for real. */
final class Run implements Command {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public String words() {
    return "start for real (data in ./data or AMENDS_DATA)";
  }

  @Override
  public String more() {
    return "Settings: ./amends help settings. Ends on Ctrl-C or SIGTERM, in order.";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    Arguments.none(this, args);
    try (House house = House.open(terminal.configuration(), Map.of(), terminal::progress)) {
      greet(house, terminal);
      house.await();
    }
    return ExitCode.DONE;
  }

  private static void greet(House house, Terminal terminal) {
    Settings settings = house.settings();
    terminal.out().println("Amends is ready at " + settings.baseUrl());
    terminal
        .out()
        .println("Mail is taken at " + settings.mail().address() + ":" + settings.mail().port());
    house
        .context()
        .getBeanProvider(FirstStart.class)
        .forEach(first ->
            first
                .link()
                .ifPresent(link ->
                    terminal
                        .out()
                        .println(
                            "Make the first administrator at "
                                + settings.baseUrl()
                                + link
                                + " (works once)")));
    house.context().getBeanProvider(OutboxHold.class).forEach(hold -> warn(hold, terminal));
  }

  private static void warn(OutboxHold hold, Terminal terminal) {
    if (!hold.held()) return;
    terminal
        .out()
        .println("This installation came out of a backup: nothing is sent until ./amends release.");
  }
}
