package amends.app.backup;

import amends.app.DatabaseAccess;
import amends.app.Installation;
import amends.app.Migrations;
import amends.app.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Fills an empty installation from a backup, all or nothing, and holds everything outgoing. */
public final class Restore {
  // What was given out after the backup stands in mail that left: it must not mean something else.
  private static final long GAP = 10_000;

  private final Path data;
  private final DatabaseAccess access;
  private final InstantSource clock;

  /**
   * @param installation with its schema unmigrated, or migrated and unused
   */
  public Restore(Installation installation, InstantSource clock) {
    this.data = installation.settings().data();
    this.access = installation.access();
    this.clock = clock;
  }

  /** What was restored. */
  public record Filled(int tables, long rows, String takenAt) {}

  /**
   * @throws Trouble with one sentence; the installation is then as empty as before
   */
  public Filled fill(Path source) {
    try (ZipFile zip = Archive.open(source)) {
      Manifest manifest = Archive.manifest(zip, source);
      refuseUsed();
      Migrations.to(access, manifest.migrations());
      try (Connection owner = Connections.bulk(access, true)) {
        owner.setAutoCommit(false);
        refuseOtherSchema(new Catalog(owner), manifest);
        fill(owner, zip, manifest);
        files(zip);
        owner.commit();
      }
      Migrations.run(access);
      return new Filled(manifest.tables().size(), manifest.rows(), manifest.takenAt());
    } catch (IOException e) {
      throw Trouble.couldNotRun(
          "The backup %s cannot be read (%s); it may be damaged, try another one."
              .formatted(source, e.getMessage()));
    } catch (SQLException e) {
      throw Trouble.couldNotRun(
          "The database refused the backup (%s); nothing was restored."
              .formatted(String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }
  }

  private void refuseUsed() throws SQLException {
    try (Connection owner = Connections.bulk(access, true)) {
      if (!new Catalog(owner).isUsed()) return;
      throw Trouble.couldNotRun(
          "The installation in %s is not empty; set AMENDS_DATA to a new directory (or"
                  .formatted(data)
              + " AMENDS_DATABASE_URL to a new database) and restore there.");
    }
  }

  private static void refuseOtherSchema(Catalog catalog, Manifest manifest) throws SQLException {
    Set<String> here = new LinkedHashSet<>(catalog.migrations());
    if (here.equals(new LinkedHashSet<>(manifest.migrations()))) return;
    throw Trouble.couldNotRun(
        "The backup was made by another version of Amends (its schema ends at %s); restore it with"
                .formatted(manifest.migrations().isEmpty() ? "-" : manifest.migrations().getLast())
            + " that version into a new directory, then start this one on it.");
  }

  private void fill(Connection owner, ZipFile zip, Manifest manifest)
      throws IOException, SQLException {
    var catalog = new Catalog(owner);
    OpenTables open = OpenTables.empty(owner, catalog.tables().keySet());
    for (Manifest.Table table : manifest.tables()) copy(owner, zip, table);
    open.close();
    for (Manifest.Sequence sequence : manifest.sequences()) set(owner, sequence);
    try (var statement =
        owner.prepareStatement("update installation set restored_at = ?, released_at = null")) {
      statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  private static void copy(Connection owner, ZipFile zip, Manifest.Table table)
      throws IOException, SQLException {
    MessageDigest digest = Digest.start();
    try (InputStream rows = new DigestInputStream(Archive.entry(zip, table.entry()), digest)) {
      long taken =
          owner
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + table.target() + " from stdin", rows);
      rows.transferTo(java.io.OutputStream.nullOutputStream());
      if (taken == table.rows() && Digest.words(digest).equals(table.sha256())) return;
    }
    throw Trouble.couldNotRun(
        "The backup is damaged (its table "
            + table.name()
            + " is not as it was); try another one.");
  }

  private static void set(Connection owner, Manifest.Sequence sequence) throws SQLException {
    try (var statement = owner.prepareStatement("select setval(?::regclass, ?, ?)")) {
      statement.setString(1, "\"" + sequence.name() + "\"");
      statement.setLong(2, sequence.lastValue() + GAP);
      statement.setBoolean(3, sequence.called());
      statement.executeQuery().close();
    }
  }

  /** The keys first of all: without them no reply would find its case. */
  private void files(ZipFile zip) throws IOException {
    for (String name : Backup.FILES) {
      @Nullable ZipEntry entry = zip.getEntry(name);
      if (entry == null) continue;
      Path file = data.resolve(name);
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (InputStream content = zip.getInputStream(entry)) {
        Files.write(file, content.readAllBytes(), StandardOpenOption.SYNC);
      }
    }
  }
}
