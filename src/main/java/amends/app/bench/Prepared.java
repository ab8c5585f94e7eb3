package amends.app.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement of a script, prepared once on one connection, its parameters by name. */
final class Prepared {
  private static final Pattern NAME = Pattern.compile("(?<!:):([a-z][a-z_0-9]*)");

  private final PreparedStatement statement;
  private final List<String> names = new ArrayList<>();

  Prepared(Connection connection, String sql) throws SQLException {
    NAME.matcher(sql).results().forEach(found -> names.add(found.group(1)));
    statement = connection.prepareStatement(NAME.matcher(sql).replaceAll("?"));
  }

  /** Runs it; what it returns becomes parameters of the statements after it. */
  void run(Map<String, @Nullable Object> values) throws SQLException {
    for (int i = 0; i < names.size(); i++) {
      statement.setObject(i + 1, Objects.requireNonNull(values.get(names.get(i)), names.get(i)));
    }
    if (statement.execute()) {
      try (ResultSet rs = statement.getResultSet()) {
        rs.next();
        for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
          values.put(rs.getMetaData().getColumnLabel(i), rs.getObject(i));
        }
      }
    }
  }
}
