package amends.promises;

import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** How a row of the ledger becomes a {@link Promise}. */
final class PromiseRows {
  /** What an update is written against, so that only promises that are still owed change. */
  /** It is done now: in time it is kept, late it is broken and made good. */
  static final String KEEP =
      """
      kept_at = case when broken_at is null and due_at >= :now
          then cast(:now as timestamptz) end,
        broken_at = case when broken_at is null and due_at < :now
          then cast(:now as timestamptz) else broken_at end,
        escalated_at = case when broken_at is null and due_at < :now
          then cast(:now as timestamptz) else escalated_at end,
        made_good_at = case when broken_at is not null or due_at < :now
          then cast(:now as timestamptz) end
      """;

  /** What can still be kept, or made good. */
  static final String OPEN =
      "kept_at is null and made_good_at is null and num_nonnulls(moved_at, agreed_at, released_at) = 0";

  static final String OWED =
      "num_nonnulls(kept_at, moved_at, agreed_at, released_at, broken_at) = 0";

  static final RowMapper<Promise> PROMISE = (rs, n) -> promise(rs);

  private PromiseRows() {}

  static String code(Promise.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Promise promise(ResultSet rs) throws SQLException {
    return new Promise(
        rs.getLong("id"),
        Subject.of(rs.getString("subject_kind"), rs.getLong("subject_id")),
        rs.getLong("customer_id"),
        Promise.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
        rs.getString("words"),
        Sql.instant(rs, "due_at"),
        Sql.instant(rs, "warn_at"),
        new Owner(Sql.longOrNull(rs, "owner_person"), Sql.longOrNull(rs, "owner_team")),
        Sql.instant(rs, "made_at"),
        new Actor(rs.getString("made_by_kind"), rs.getLong("made_by_id")),
        Sql.longOrNull(rs, "follows_id"),
        evidence(rs),
        new Promise.Moments(
            Sql.instantOrNull(rs, "warned_at"),
            Sql.instantOrNull(rs, "kept_at"),
            Sql.instantOrNull(rs, "moved_at"),
            Sql.instantOrNull(rs, "agreed_at"),
            Sql.instantOrNull(rs, "released_at"),
            Sql.instantOrNull(rs, "broken_at"),
            Sql.instantOrNull(rs, "escalated_at"),
            Sql.longOrNull(rs, "escalated_to"),
            Sql.instantOrNull(rs, "made_good_at"),
            Sql.instantOrNull(rs, "untold_at")));
  }

  private static @Nullable Subject evidence(ResultSet rs) throws SQLException {
    String kind = rs.getString("evidence_kind");
    return kind == null ? null : Subject.of(kind, rs.getLong("evidence_id"));
  }
}
