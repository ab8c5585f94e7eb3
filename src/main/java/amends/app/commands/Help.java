package amends.app.commands;

import amends.app.ExitCode;
import amends.app.Nearest;
import amends.app.SettingsTable;
import amends.app.Trouble;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what there is. */
final class Help implements Command {
  /** Commands that the launcher runs by itself, without the program. */
  static final Map<String, String> OF_THE_LAUNCHER = new LinkedHashMap<>();

  static {
    OF_THE_LAUNCHER.put(
        "test", "everything that continuous integration runs, installing what it needs");
    OF_THE_LAUNCHER.put("dev", "demo that is built and started anew when a file changes");
    OF_THE_LAUNCHER.put("faults", "the longer fault and load runs, with a verdict");
  }

  private final List<Command> commands;

  Help(List<Command> commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String usage() {
    return "[COMMAND | settings]";
  }

  @Override
  public String words() {
    return "this list, more about one command, or all settings";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    if (args.isEmpty()) {
      all(terminal);
    } else if (args.equals(List.of("settings", "--markdown"))) {
      terminal.out().print(SettingsTable.markdown());
    } else if (args.getFirst().equals("settings")) {
      terminal.out().print(SettingsTable.plain());
    } else {
      one(args.getFirst(), terminal);
    }
    return ExitCode.DONE;
  }

  private void all(Terminal terminal) {
    terminal.out().println("./amends COMMAND");
    terminal.out().println();
    for (Command c : commands) {
      if (!(c instanceof Train)) line(terminal, c.name() + " " + c.usage(), c.words());
    }
    OF_THE_LAUNCHER.forEach((name, words) -> line(terminal, name, words));
    terminal.out().println();
    terminal
        .out()
        .println("Exit codes: 0 done, 1 found something, 2 used wrongly, 3 could not run.");
  }

  private static void line(Terminal terminal, String left, String right) {
    terminal.out().printf("  %-36s %s%n", left.strip(), right);
  }

  private void one(String name, Terminal terminal) {
    for (Command c : commands) {
      if (!c.name().equals(name)) continue;
      terminal.out().println(("./amends " + c.name() + " " + c.usage()).strip());
      terminal.out().println("  " + c.words());
      if (!c.more().isEmpty()) terminal.out().println("  " + c.more());
      return;
    }
    if (!OF_THE_LAUNCHER.containsKey(name)) {
      List<String> known = commands.stream().map(Command::name).toList();
      throw Trouble.usedWrongly(
          "There is no command \"%s\" to help with; perhaps \"%s\" was meant."
              .formatted(name, Nearest.to(name, known).word()));
    }
    line(terminal, "./amends " + name, OF_THE_LAUNCHER.getOrDefault(name, ""));
  }
}
