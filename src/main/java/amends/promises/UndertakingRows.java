package amends.promises;

import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

/** How a row becomes an {@link Undertaking}. */
final class UndertakingRows {
  /** What an update is written against, so that only what is still open changes. */
  static final String OPEN = "num_nonnulls(declined_at, withdrawn_at, kept_at) = 0";

  static final RowMapper<Undertaking> UNDERTAKING = (rs, n) -> undertaking(rs);

  private UndertakingRows() {}

  private static Undertaking undertaking(ResultSet rs) throws SQLException {
    return new Undertaking(
        rs.getLong("id"),
        Subject.of(rs.getString("subject_kind"), rs.getLong("subject_id")),
        rs.getLong("customer_id"),
        by(rs),
        rs.getString("words"),
        Sql.instant(rs, "due_at"),
        Sql.instant(rs, "asked_at"),
        rs.getLong("asked_by"),
        Sql.instant(rs, "answer_by"),
        rs.getString("reason"),
        new Undertaking.Moments(
            Sql.instantOrNull(rs, "unanswered_at"),
            Sql.instantOrNull(rs, "accepted_at"),
            Sql.instantOrNull(rs, "declined_at"),
            Sql.instantOrNull(rs, "withdrawn_at"),
            Sql.instantOrNull(rs, "kept_at"),
            Sql.instantOrNull(rs, "slipped_at"),
            Sql.instantOrNull(rs, "chased_at")));
  }

  private static Undertaking.By by(ResultSet rs) throws SQLException {
    Long person = Sql.longOrNull(rs, "person_id");
    return person == null
        ? new Undertaking.By.Supplier(rs.getString("supplier"))
        : new Undertaking.By.Colleague(person);
  }
}
