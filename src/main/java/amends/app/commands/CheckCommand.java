package amends.app.commands;

import amends.app.ExitCode;
import amends.app.WholeRun;
import amends.shared.Check;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Runs every invariant and verifies the journal's chain. */
final class CheckCommand implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public String words() {
    return "run every invariant and verify the journal's chain";
  }

  @Override
  public String more() {
    return "Exit 1, and one line a finding, when something does not hold.";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    Arguments.none(this, args);
    return Quietly.with(terminal, context -> check(context, terminal));
  }

  private static int check(ApplicationContext context, Terminal terminal) {
    List<Check> checks =
        context.getBeanProvider(Check.class).stream()
            .sorted(Comparator.comparing(Check::code))
            .toList();
    int found = 0;
    WholeRun whole = context.getBean(WholeRun.class);
    for (Check check : checks) found += tell(whole.of(check), terminal);
    if (found > 0) return ExitCode.FOUND_SOMETHING;
    terminal.out().println("All " + checks.size() + " checks hold.");
    return ExitCode.DONE;
  }

  private static int tell(List<Check.Finding> findings, Terminal terminal) {
    for (Check.Finding finding : findings) {
      terminal.out().println(finding.code() + " " + finding.subject() + ": " + finding.words());
    }
    return findings.size();
  }
}
