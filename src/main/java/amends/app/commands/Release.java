package amends.app.commands;

import amends.app.ExitCode;
import amends.app.Restored;
import amends.shared.Actor;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** After a restore: lets mail go out again. */
final class Release implements Command {
  @Override
  public String name() {
    return "release";
  }

  @Override
  public String words() {
    return "after a restore: let mail go out again";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    Arguments.none(this, args);
    return Quietly.with(terminal, context -> release(context, terminal));
  }

  private static int release(ApplicationContext context, Terminal terminal) {
    boolean released = context.getBean(Restored.class).release(Actor.OPERATOR);
    terminal
        .out()
        .println(
            released ? "Released: mail goes out again." : "Nothing was held; all is as it was.");
    return ExitCode.DONE;
  }
}
