package amends.app.commands;

import amends.app.Trouble;
import java.io.PrintStream;
import java.util.List;

/** How an e-mail is read; needs neither Spring nor a database. */
final class MailCommand implements Command {
  /** Reads mails and prints one JSON line each; gives the exit code. */
  interface Inspection {
    int run(List<String> args, PrintStream out, PrintStream err);
  }

  private final Inspection inspection;

  MailCommand() {
    this((args, out, err) -> {
      throw Trouble.couldNotRun("This build cannot read mail yet; use a newer one.");
    });
  }

  MailCommand(Inspection inspection) {
    this.inspection = inspection;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public String usage() {
    return "inspect PATH… [--json]";
  }

  @Override
  public String words() {
    return "how an e-mail is read: one JSON line a message";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    if (args.isEmpty() || !args.getFirst().equals("inspect")) {
      throw Arguments.wrong(this, "needs to be told what to do");
    }
    return inspection.run(args.subList(1, args.size()), terminal.out(), terminal.err());
  }
}
