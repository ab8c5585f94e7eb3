package amends.app;

import amends.app.postgres.DataLock;
import amends.app.postgres.EmbeddedPostgres;
import amends.app.postgres.Options;
import amends.shared.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A data directory with its database at hand: either taken as its own, with the embedded server
 * started when it needs one, or attached to the server that already runs there.
 */
public final class Installation implements AutoCloseable {
  private final Settings settings;
  private final DatabaseAccess access;
  private final @Nullable EmbeddedPostgres postgres;
  private final @Nullable DataLock lock;

  private Installation(
      Settings settings,
      DatabaseAccess access,
      @Nullable EmbeddedPostgres postgres,
      @Nullable DataLock lock) {
    this.settings = settings;
    this.access = access;
    this.postgres = postgres;
    this.lock = lock;
  }

  /** As a server would have it: nobody else may be using the data directory. */
  public static Installation take(Settings settings, Consumer<String> progress) {
    return migrated(unmigrated(settings, progress));
  }

  /** The same with the schema as it is found. */
  public static Installation unmigrated(Settings settings, Consumer<String> progress) {
    return settings.database() == null ? embedded(settings, progress) : own(settings);
  }

  /** As a command would have it: through the server that runs there, else for itself. */
  public static Installation attach(Settings settings, Consumer<String> progress) {
    Optional<RunFile> running = RunFile.ofLiving(settings.data());
    if (running.isEmpty()) return take(settings, progress);
    RunFile run = running.get();
    var access =
        new DatabaseAccess(run.jdbcUrl(), run.user(), run.password(), run.user(), "", false);
    return new Installation(settings, access, null, null);
  }

  private static Installation migrated(Installation taken) {
    try {
      Durability.demand(taken.access);
      Migrations.run(taken.access);
      return taken;
    } catch (RuntimeException e) {
      taken.close();
      throw e;
    }
  }

  private static Installation embedded(Settings settings, Consumer<String> progress) {
    Options options = Options.in(settings.data()).withProgress(progress);
    for (Map.Entry<String, String> e : settings.postgres().entrySet()) {
      options = options.with(e.getKey(), e.getValue());
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.start(options);
    postgres.keepAlive();
    var access =
        new DatabaseAccess(
            postgres.jdbcUrl(),
            postgres.programUser(),
            postgres.programPassword(),
            postgres.ownerUser(),
            postgres.ownerPassword(),
            true);
    return new Installation(settings, access, postgres, null);
  }

  private static Installation own(Settings settings) {
    Settings.Database own = java.util.Objects.requireNonNull(settings.database());
    DataLock lock = DataLock.take(settings.data());
    var access =
        new DatabaseAccess(
            own.url(), own.user(), own.password(), own.ownerUser(), own.ownerPassword(), false);
    return new Installation(settings, access, null, lock);
  }

  public Settings settings() {
    return settings;
  }

  public DatabaseAccess access() {
    return access;
  }

  @Override
  public void close() {
    if (postgres != null) postgres.close();
    if (lock != null) lock.close();
  }
}
