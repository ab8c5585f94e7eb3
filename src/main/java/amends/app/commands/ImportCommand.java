package amends.app.commands;

import amends.app.ExitCode;
import amends.app.imports.Import;
import amends.app.imports.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Brings the past along from another help desk, or from lists. */
final class ImportCommand implements Command {
  private static final String DRY = "--dry-run";
  private static final String BRAND = "--brand";

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String usage() {
    return "SOURCE PATH [%s] [%s NAME]".formatted(DRY, BRAND);
  }

  @Override
  public String words() {
    return "bring data in; a second run brings nothing twice";
  }

  @Override
  public String more() {
    return """
    SOURCE is one of %s; PATH is a file, or a folder with the export's files.
    --dry-run does everything, says what it did, and takes it all back.
    --brand names the brand whose cases they become (else the default one).
    Exit 1 when something could not be brought: it is listed, kept, and tried again by the next run.
    docs/import.md says which files and columns are understood.\
    """
        .formatted(String.join(", ", Import.sources()));
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    List<String> rest = new ArrayList<>(args);
    boolean dry = rest.remove(DRY);
    String brand = "";
    int at = rest.indexOf(BRAND);
    if (at >= 0) {
      if (at + 1 >= rest.size())
        throw Arguments.wrong(this, "needs the brand's name after " + BRAND);
      brand = rest.remove(at + 1);
      rest.remove(at);
    }
    if (rest.size() != 2 || rest.stream().anyMatch(arg -> arg.startsWith("-"))) {
      throw Arguments.wrong(this, "takes a source and a path");
    }
    Path path = terminal.workingDirectory().resolve(rest.get(1));
    String named = brand;
    return Quietly.with(
        terminal, context -> bring(context, terminal, rest.getFirst(), path, named, dry));
  }

  private static int bring(
      ApplicationContext context,
      Terminal terminal,
      String source,
      Path path,
      String brand,
      boolean dry) {
    Report report = new Import(context).run(source, path, brand, dry, terminal::progress);
    report.lines().forEach(terminal.out()::println);
    if (dry) terminal.out().println("This was a dry run: everything was taken back.");
    return report.complete() ? ExitCode.DONE : ExitCode.FOUND_SOMETHING;
  }
}
