package amends.app.commands;

import amends.app.ExitCode;
import amends.app.Installation;
import amends.app.backup.Backup;
import amends.shared.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Writes everything into one file. */
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
  public String more() {
    return "The file holds the key ring too: keep it as you keep a password.";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    Path target = terminal.workingDirectory().resolve(Arguments.one(this, args));
    Settings settings = terminal.configuration().settings();
    Quietly.demandInstallation(settings);
    try (Installation installation = Installation.attach(settings, terminal::progress)) {
      Backup.Written written = new Backup(installation, InstantSource.system()).write(target);
      terminal
          .out()
          .printf(
              "Backed up %d rows of %d tables into %s (%d kB).%n",
              written.rows(), written.tables(), target, (written.bytes() + 1023) / 1024);
      return ExitCode.DONE;
    }
  }
}
