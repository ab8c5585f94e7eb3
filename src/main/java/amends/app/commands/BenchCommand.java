package amends.app.commands;

import amends.app.ExitCode;
import java.util.List;

final class BenchCommand implements Command {
  @Override
  public String name() {
    return "bench";
  }

  @Override
  public String usage() {
    return "NAME [--json] [--small]";
  }

  @Override
  public String words() {
    return "measure NAME beside its limit in the same run, print the ratio";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    return ExitCode.COULD_NOT_RUN;
  }
}
