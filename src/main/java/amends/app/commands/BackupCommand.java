package amends.app.commands;

import amends.app.ExitCode;
import java.util.List;

final class BackupCommand implements Command {
  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String usage() {
    return "FILE";
  }

  @Override
  public String words() {
    return "write everything into one file, consistently, while the server runs or not";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    Arguments.one(this, args);
    return ExitCode.COULD_NOT_RUN;
  }
}
