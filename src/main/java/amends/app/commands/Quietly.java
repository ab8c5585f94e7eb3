package amends.app.commands;

import amends.app.Configuration;
import amends.app.FileKeyRing;
import amends.app.Installation;
import amends.app.Program;
import amends.app.Trouble;
import amends.shared.Settings;
import java.nio.file.Files;
import java.util.function.ToIntFunction;
import org.springframework.context.ApplicationContext;

/** A command's way to the rooms: through the running server's database, else one of its own. */
final class Quietly {
  private Quietly() {}

  static int with(Terminal terminal, ToIntFunction<ApplicationContext> work) {
    Configuration configuration = terminal.configuration();
    demandInstallation(configuration.settings());
    try (Installation installation =
            Installation.attach(configuration.settings(), terminal::progress);
        var context =
            Program.quiet(
                installation,
                FileKeyRing.open(configuration.keys(), configuration.settings().data()))) {
      return work.applyAsInt(context);
    }
  }

  static boolean hasInstallation(Terminal terminal) {
    return isInstallation(terminal.configuration().settings());
  }

  private static boolean isInstallation(Settings settings) {
    return settings.database() != null || Files.isDirectory(settings.data().resolve("postgres"));
  }

  static void demandInstallation(Settings settings) {
    if (isInstallation(settings)) {
      return;
    }
    throw Trouble.couldNotRun(
        "There is no installation in %s; set AMENDS_DATA to where one is, or start ./amends run."
            .formatted(settings.data()));
  }
}
