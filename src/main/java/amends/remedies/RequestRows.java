package amends.remedies;

import amends.shared.Money;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests as they are stored. */
@Component
final class RequestRows {
  static final String OPEN = "num_nonnulls(r.approved_at, r.refused_at, r.withdrawn_at) = 0";

  /** Whoever answers now: the one who was named, or the one to whom it was passed. */
  static final String ASKED_NOW =
      "(r.approver_id = :person and r.passed_at is null or r.stand_in_id = :person and r.passed_at is not null)";

  private static final String REQUEST =
      "select r.*, "
          + WantedRows.COLUMNS
          + " from remedy_request r join remedy_wanted w on w.id = r.wanted_id ";

  private final JdbcClient sql;
  private final Dealt dealt;

  RequestRows(JdbcClient sql, Dealt dealt) {
    this.sql = sql;
    this.dealt = dealt;
  }

  /** Who is asked by whom, and by when they answer. */
  record Asked(
      long asker,
      long approver,
      @Nullable Long standIn,
      Instant dueAt,
      long promise,
      @Nullable String onceKey) {}

  long insert(Matter matter, Wanted wanted, Money worth, Asked asked, Instant now) {
    long wantedId = new WantedRows(sql).insert(wanted, worth);
    return sql.sql(
            """
            insert into remedy_request (subject_kind, subject_id, customer_id, brand_id, team_id,
              wanted_id, asked_by, asked_by_token, asked_at, approver_id, stand_in_id, due_at, promise_id, once_key)
            values (:kind, :subject, :customer, :brand, :team, :wanted, :by, :token, :now, :approver,
              :standIn, :due, :promise, :once)
            returning id
            """)
        .param("kind", matter.about().kind())
        .param("subject", matter.about().id())
        .param("customer", matter.customerId())
        .param("brand", matter.brandId())
        .param("team", matter.teamId())
        .param("wanted", wantedId)
        .param("by", asked.asker() > 0 ? asked.asker() : null)
        .param("token", asked.asker() < 0 ? -asked.asker() : null)
        .param("now", Sql.at(now))
        .param("approver", asked.approver())
        .param("standIn", asked.standIn())
        .param("due", Sql.at(asked.dueAt()))
        .param("promise", asked.promise())
        .param("once", asked.onceKey())
        .query(Long.class)
        .single();
  }

  Optional<Request> find(long id) {
    return where("r.id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** Taken until the act ends. */
  Optional<Request> held(long id) {
    sql.sql("select id from remedy_request where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
    return find(id);
  }

  List<Request> of(Subject about) {
    return dealt.list(
        about,
        Dealt.Kind.REQUEST,
        () ->
            where(
                "r.subject_kind = :kind and r.subject_id = :id",
                Map.of("kind", about.kind(), "id", about.id())));
  }

  List<Request> where(String condition, Map<String, ?> params) {
    return sql.sql(REQUEST + "where " + condition + " order by r.due_at, r.id")
        .params(params)
        .query(RequestRows::read)
        .list();
  }

  void answered(long id, String how, long by, String words, @Nullable Long grant, Instant now) {
    sql.sql(
            """
            update remedy_request set %s_at = :now, answered_by = :by, words = :words,
              grant_id = :grant
            where id = :id
            """
                .formatted(how))
        .param("now", Sql.at(now))
        .param("by", by == 0 ? null : by)
        .param("words", words)
        .param("grant", grant)
        .param("id", id)
        .update();
  }

  /** To somebody else, who is the only one to answer from now on. */
  void passed(long id, long to, String why, Instant dueAt, Instant now) {
    sql.sql(
            """
            update remedy_request set passed_at = :now, passed_why = :why, due_at = :due,
              stand_in_id = :to
            where id = :id
            """)
        .param("to", to)
        .param("now", Sql.at(now))
        .param("why", why)
        .param("due", Sql.at(dueAt))
        .param("id", id)
        .update();
  }

  /** Whoever stands in, while nobody has passed it to them. */
  Optional<Long> standIn(long id) {
    return sql.sql(
            "select stand_in_id from remedy_request where id = :id and passed_at is null and stand_in_id is not null")
        .param("id", id)
        .query(Long.class)
        .optional();
  }

  private static Request read(ResultSet rs, int n) throws SQLException {
    long named = rs.getLong("approver_id");
    Instant passedAt = Sql.instantOrNull(rs, "passed_at");
    return new Request(
        rs.getLong("id"),
        Subject.of(rs.getString("subject_kind"), rs.getLong("subject_id")),
        rs.getLong("customer_id"),
        rs.getLong("brand_id"),
        rs.getLong("team_id"),
        WantedRows.read(rs),
        WantedRows.worth(rs),
        WantedRows.who(rs, "asked_by"),
        Sql.instant(rs, "asked_at"),
        passedAt == null ? named : rs.getLong("stand_in_id"),
        named,
        passedAt,
        rs.getString("passed_why"),
        Sql.instant(rs, "due_at"),
        Sql.longOrNull(rs, "promise_id"),
        Sql.longOrNull(rs, "answered_by"),
        Sql.instantOrNull(rs, "approved_at"),
        Sql.instantOrNull(rs, "refused_at"),
        Sql.instantOrNull(rs, "withdrawn_at"),
        rs.getString("words"),
        Sql.longOrNull(rs, "grant_id"));
  }
}
