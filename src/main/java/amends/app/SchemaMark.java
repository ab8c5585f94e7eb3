package amends.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Which migrations the schema has, as one hash over all of them, so that a start on an unchanged
 * database need not read and compare each. It is taken off before anything is migrated and put on
 * afterwards, so that a mark never says more than is true; where there is none, everything is
 * looked at.
 */
final class SchemaMark {
  private static final String TABLE = "flyway_schema_history";

  private SchemaMark() {}

  /** Whether nothing needs to be migrated. */
  static boolean isCurrent(Connection owner) throws SQLException {
    return ofProgram().equals(ofSchema(owner));
  }

  static void takeOff(Connection owner) throws SQLException {
    if (ofSchema(owner) != null) {
      put(owner, "null");
    }
  }

  /** What failed outside a transaction is noted, and would keep every later start from going on. */
  static void forgetFailed(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery("select to_regclass('" + TABLE + "') is not null")) {
      if (rows.next() && rows.getBoolean(1)) {
        try (Statement delete = owner.createStatement()) {
          delete.execute("delete from " + TABLE + " where not success");
        }
      }
    }
  }

  /** Says that the schema has what this program brings. */
  static void putOn(Connection owner) throws SQLException {
    put(owner, "'" + ofProgram() + "'");
  }

  private static void put(Connection owner, String mark) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("comment on table " + TABLE + " is " + mark);
    }
  }

  private static @Nullable String ofSchema(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select obj_description(to_regclass('" + TABLE + "'), 'pg_class')")) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private static String ofProgram() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Resource file : files()) {
        digest.update(name(file).getBytes(StandardCharsets.UTF_8));
        try (InputStream content = file.getInputStream()) {
          digest.update(content.readAllBytes());
        }
      }
      return "migrations " + HexFormat.of().formatHex(digest.digest());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("the program's own migrations cannot be read", e);
    }
  }

  private static List<Resource> files() throws IOException {
    Resource[] all =
        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql");
    return Arrays.stream(all).sorted(Comparator.comparing(SchemaMark::name)).toList();
  }

  private static String name(Resource file) {
    return String.valueOf(file.getFilename());
  }
}
