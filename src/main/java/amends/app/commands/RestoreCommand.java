package amends.app.commands;

import amends.app.ExitCode;
import amends.app.Installation;
import amends.app.backup.Restore;
import amends.shared.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Fills an empty installation from a backup. */
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
    return "fill an empty installation from a backup; nothing is sent until ./amends release";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    Path source = terminal.workingDirectory().resolve(Arguments.one(this, args));
    Settings settings = terminal.configuration().settings();
    try (Installation installation = Installation.unmigrated(settings, terminal::progress)) {
      Restore.Filled filled = new Restore(installation, InstantSource.system()).fill(source);
      terminal
          .out()
          .printf(
              "Restored %d rows of %d tables as they were at %s into %s.%n",
              filled.rows(), filled.tables(), filled.takenAt(), settings.data());
      terminal.out().println("Nothing is sent until you have looked and run ./amends release.");
      return ExitCode.DONE;
    }
  }
}
