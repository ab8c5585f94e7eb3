package amends.app;

import amends.app.commands.CommandLine;
import amends.app.commands.Terminal;

/** The program. */
public final class Amends {
  private Amends() {}

  public static void main(String[] args) {
    Quiet.now();
    int code = CommandLine.STANDARD.run(Terminal.system(), args);
    System.out.flush();
    // A command that is done returns; threads of libraries must not keep it.
    System.exit(code);
  }
}
