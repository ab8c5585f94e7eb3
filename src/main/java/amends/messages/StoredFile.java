package amends.messages;

import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A stored file with its bytes.
 *
 * @param about what the message that it came with is about; ask the readers before it is served
 */
public record StoredFile(String name, String type, Subject about, byte[] content) {
  static StoredFile of(ResultSet rs, int n) throws SQLException {
    return new StoredFile(
        rs.getString("name"),
        rs.getString("type"),
        Subject.of(rs.getString("about_kind"), rs.getLong("about_id")),
        rs.getBytes("content"));
  }
}
