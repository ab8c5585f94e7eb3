package amends.app.commands;

import amends.app.ExitCode;
import amends.app.Nearest;
import amends.app.Trouble;
import amends.app.postgres.PostgresTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Picks the command, and turns what goes wrong into one sentence and an exit code. */
public final class CommandLine {
  public static final CommandLine STANDARD =
      new CommandLine(
          List.of(
              new Demo(),
              new Run(),
              new CheckCommand(),
              new ImportCommand(),
              new BackupCommand(),
              new RestoreCommand(),
              new Release(),
              new TokenCommand(),
              new MailCommand(),
              new MomentsCommand(),
              new DraftCommand(),
              new ListenCommand(),
              new BenchCommand(),
              new Train()));

  private final List<Command> commands;

  CommandLine(List<Command> commands) {
    List<Command> all = new ArrayList<>(commands);
    all.add(new Help(all));
    this.commands = List.copyOf(all);
  }

  /** Gives the exit code; never throws for what a user or the machine did. */
  public int run(Terminal terminal, String... line) {
    List<String> args = List.of(line);
    String name = args.isEmpty() || isPleaForHelp(args.getFirst()) ? "help" : args.getFirst();
    List<String> rest = args.isEmpty() ? List.of() : args.subList(1, args.size());
    try {
      Command command = find(name).orElseThrow(() -> unknown(name));
      if (rest.stream().anyMatch(CommandLine::isPleaForHelp)) {
        return new Help(commands).run(List.of(name), terminal);
      }
      return command.run(rest, terminal);
    } catch (Trouble e) {
      terminal.err().println(e.getMessage());
      return e.exit();
    } catch (PostgresTrouble e) {
      terminal.err().println(e.getMessage());
      return ExitCode.COULD_NOT_RUN;
    } catch (RuntimeException e) {
      terminal.err().println(unexpected(e));
      return ExitCode.COULD_NOT_RUN;
    }
  }

  /** A fault of ours; the innermost cause says most. */
  private static String unexpected(RuntimeException e) {
    Throwable root = e;
    while (root.getCause() != null) root = root.getCause();
    return "The command failed (%s: %s); this is a fault of Amends, please report it."
        .formatted(
            root.getClass().getSimpleName(),
            String.valueOf(root.getMessage()).lines().findFirst().orElse(""));
  }

  private static boolean isPleaForHelp(String word) {
    return word.equals("--help") || word.equals("-h");
  }

  private Optional<Command> find(String name) {
    return commands.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  private Trouble unknown(String name) {
    List<String> known = new ArrayList<>(commands.stream().map(Command::name).toList());
    known.addAll(Help.OF_THE_LAUNCHER.keySet());
    return Trouble.usedWrongly(
        "There is no command \"%s\"; perhaps \"%s\" was meant, and ./amends help lists them all."
            .formatted(name, Nearest.to(name, known).word()));
  }
}
