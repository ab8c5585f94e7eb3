package amends.testing;

import amends.app.DatabaseAccess;
import amends.app.Migrations;
import amends.app.Scratch;
import amends.app.postgres.EmbeddedPostgres;
import amends.app.postgres.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * The data directory of an installation that has its schema and no rows yet: made once in a run and
 * copied to wherever something begins with it. How one is made from nothing is tried by those who
 * start without it, as RunningHouseTest does.
 */
public final class Beginnings {
  private static final Path MADE = made();

  private Beginnings() {}

  /** Lays it there, where nothing lies yet. */
  public static Path lay(Path data) {
    try (Stream<Path> all = Files.walk(MADE)) {
      for (Path from : (Iterable<Path>) all::iterator) {
        Path to = data.resolve(MADE.relativize(from).toString());
        if (!Files.isDirectory(to)) {
          Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path made() {
    Path data = Scratch.directory();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Scratch.remove(data)));
    Options options =
        Options.in(data)
            .withDurable(false)
            // A small log: what begins with it copies it.
            .with("min_wal_size", "32MB")
            .with("max_wal_size", "64MB");
    try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
      Migrations.run(
          new DatabaseAccess(
              server.jdbcUrl(),
              server.programUser(),
              server.programPassword(),
              server.ownerUser(),
              server.ownerPassword(),
              true));
    }
    return data;
  }
}
