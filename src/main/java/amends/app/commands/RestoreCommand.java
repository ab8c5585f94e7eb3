package amends.app.commands;

import amends.app.ExitCode;
import java.util.List;

final class RestoreCommand implements Command {
  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String usage() {
    return "FILE";
  }

  @Override
  public String words() {
    return "fill an empty installation from a backup; nothing is sent until release";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    Arguments.one(this, args);
    return ExitCode.COULD_NOT_RUN;
  }
}
