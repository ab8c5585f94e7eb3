package amends.app.commands;

import amends.messages.email.MailInspect;
import java.util.List;

/** How an e-mail is read; needs neither Spring nor a database. */
final class MailCommand implements Command {
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
    return MailInspect.run(args.subList(1, args.size()), terminal.out(), terminal.err());
  }
}
