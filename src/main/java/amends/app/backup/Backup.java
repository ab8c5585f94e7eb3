package amends.app.backup;

import amends.app.DatabaseAccess;
import amends.app.Installation;
import amends.app.Trouble;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/** Writes one snapshot of the record, the key ring and the journal's anchors into one file. */
public final class Backup {
  static final List<String> FILES = List.of("keys", "journal.anchors");

  private final Path data;
  private final DatabaseAccess access;
  private final InstantSource clock;

  public Backup(Installation installation, InstantSource clock) {
    this.data = installation.settings().data();
    this.access = installation.access();
    this.clock = clock;
  }

  /** What was written. */
  public record Written(int tables, long rows, long bytes) {}

  /**
   * @param target must not exist yet; readable for this user only, because it holds the keys
   * @throws Trouble with one sentence
   */
  public Written write(Path target) {
    if (Files.exists(target)) {
      throw Trouble.usedWrongly(
          "The file " + target + " exists already; name another one, or remove it first.");
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Manifest manifest = write(Files.newOutputStream(part));
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return new Written(manifest.tables().size(), manifest.rows(), Files.size(target));
    } catch (IOException e) {
      throw Trouble.couldNotRun(
          "The backup cannot be written to %s (%s: %s); free some space or name another place."
              .formatted(target, e.getClass().getSimpleName(), e.getMessage()));
    } catch (SQLException e) {
      throw Trouble.couldNotRun(
          "The database cannot be read for the backup (" + e.getMessage() + "); look at its log.");
    } finally {
      part.toFile().delete();
    }
  }

  private Manifest write(OutputStream file) throws IOException, SQLException {
    try (var zip = new ZipOutputStream(new BufferedOutputStream(file, 1 << 16))) {
      zip.setLevel(3);
      // Before the snapshot: an anchor must never name a seal that the snapshot does not hold.
      for (String name : FILES) copyFile(zip, name);
      try (Connection connection = Connections.bulk(access, false)) {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        Manifest manifest = copyTables(zip, connection);
        connection.rollback();
        zip.putNextEntry(new ZipEntry("manifest.json"));
        String text = JsonMapper.builder().build().writeValueAsString(manifest);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return manifest;
      }
    }
  }

  private void copyFile(ZipOutputStream zip, String name) throws IOException {
    Path file = data.resolve(name);
    if (!Files.isRegularFile(file)) return;
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }

  private Manifest copyTables(ZipOutputStream zip, Connection connection)
      throws IOException, SQLException {
    var catalog = new Catalog(connection);
    List<String> migrations = catalog.migrations();
    List<Manifest.Table> tables = new ArrayList<>();
    for (Map.Entry<String, List<String>> table : catalog.tables().entrySet()) {
      tables.add(copy(zip, connection, table.getKey(), table.getValue()));
    }
    // Sequences stand outside the snapshot; read last, they are never behind its rows.
    return new Manifest(
        Manifest.FORMAT, clock.instant().toString(), migrations, tables, catalog.sequences());
  }

  private static Manifest.Table copy(
      ZipOutputStream zip, Connection connection, String name, List<String> columns)
      throws IOException, SQLException {
    var table = new Manifest.Table(name, columns, 0, "");
    MessageDigest digest = Digest.start();
    zip.putNextEntry(new ZipEntry(table.entry()));
    long rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy " + table.target() + " to stdout", new DigestOutputStream(zip, digest));
    zip.closeEntry();
    return new Manifest.Table(name, columns, rows, Digest.words(digest));
  }
}
