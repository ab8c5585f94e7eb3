package amends.app.commands;

import java.util.List;

/** One command of {@code ./amends}. */
interface Command {
  String name();

  /** What follows the name, such as {@code FILE}; empty when nothing does. */
  default String usage() {
    return "";
  }

  /** One line for the list of commands. */
  String words();

  /** More for {@code help NAME}; empty when the line says all. */
  default String more() {
    return "";
  }

  /** Runs it and gives the exit code. */
  int run(List<String> args, Terminal terminal);
}
