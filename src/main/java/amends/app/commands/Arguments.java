package amends.app.commands;

import amends.app.Trouble;
import java.util.List;

/** Refuses what a command does not take, with the words that it does. */
final class Arguments {
  private Arguments() {}

  static void none(Command command, List<String> args) {
    if (!args.isEmpty()) throw wrong(command, "takes nothing after its name");
  }

  static String one(Command command, List<String> args) {
    if (args.size() != 1 || args.getFirst().startsWith("-")) {
      throw wrong(command, "takes one " + command.usage());
    }
    return args.getFirst();
  }

  static Trouble wrong(Command command, String why) {
    return Trouble.usedWrongly(
        "The command %s %s; write ./amends %s %s"
                .formatted(command.name(), why, command.name(), command.usage())
                .strip()
            + ".");
  }
}
