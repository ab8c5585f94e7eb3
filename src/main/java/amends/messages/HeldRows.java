package amends.messages;

import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads held mail. */
@Component
final class HeldRows {
  private static final String COLUMNS =
      """
      select h.id, h.kind, h.reason, h.detail, h.about_kind, h.about_id, h.inbound_id, h.sender,
        h.subject, h.received_at, h.due_at, h.aged_at, h.decided_at, h.decided_by_kind,
        h.decided_by_id, h.decision
      from held_mail h
      """;

  private final JdbcClient sql;

  HeldRows(JdbcClient sql) {
    this.sql = sql;
  }

  List<Held> waiting(HeldKind kind, @Nullable Long after, int most) {
    return sql.sql(
            COLUMNS
                + """
                where h.kind = :kind and h.decided_at is null
                  and (cast(:after as bigint) is null
                    or (h.due_at, h.id) > (select a.due_at, a.id from held_mail a where a.id = :after))
                order by h.due_at, h.id limit :most
                """)
        .param("kind", HeldMail.word(kind))
        .param("after", after)
        .param("most", most)
        .query(HeldRows::held)
        .list();
  }

  long count(HeldKind kind) {
    return sql.sql("select count(*) from held_mail where kind = :kind and decided_at is null")
        .param("kind", HeldMail.word(kind))
        .query(Long.class)
        .single();
  }

  List<HeldCount> counts() {
    return sql.sql(
            """
            select kind, about_kind, about_id, count(*) as mails, bool_or(aged_at is not null) as late
            from held_mail where decided_at is null group by kind, about_kind, about_id
            """)
        .query((rs, n) ->
            new HeldCount(
                HeldKind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                about(rs),
                rs.getInt("mails"),
                rs.getBoolean("late")))
        .list();
  }

  private static @Nullable Subject about(ResultSet rs) throws SQLException {
    String kind = rs.getString("about_kind");
    return kind == null ? null : Subject.of(kind, rs.getLong("about_id"));
  }

  boolean isLate() {
    return sql.sql(
            "select exists (select from held_mail where decided_at is null and aged_at is not null)")
        .query(Boolean.class)
        .single();
  }

  Held get(long id) {
    return one(id, "");
  }

  /** Keeps others from deciding on it until this act is over. */
  Held lock(long id) {
    return one(id, " for update");
  }

  private Held one(long id, String lock) {
    return sql.sql(COLUMNS + " where h.id = :id" + lock)
        .param("id", id)
        .query(HeldRows::held)
        .optional()
        .orElseThrow(() -> new NotFound(Subject.of("held", id)));
  }

  private static Held held(ResultSet rs, int n) throws SQLException {
    String decidedBy = rs.getString("decided_by_kind");
    return new Held(
        rs.getLong("id"),
        HeldKind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
        rs.getString("reason"),
        rs.getString("detail"),
        about(rs),
        rs.getLong("inbound_id"),
        rs.getString("sender"),
        rs.getString("subject"),
        Sql.instant(rs, "received_at"),
        Sql.instant(rs, "due_at"),
        Sql.instantOrNull(rs, "aged_at"),
        Sql.instantOrNull(rs, "decided_at"),
        decidedBy == null ? null : new Actor(decidedBy, rs.getLong("decided_by_id")),
        rs.getString("decision"));
  }
}
