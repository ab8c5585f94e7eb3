package amends.remedies;

import amends.remedies.RemedyGrant.Fate;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.ReadMemory;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grants as they are read. A package is worth what its parts are. */
@Component
final class GrantRows {
  static final String GRANT =
      """
      select g.*, g.amount_minor + case when g.kind = 'package' then coalesce((
          select sum(p.amount_minor) from remedy_grant p where p.package_id = g.id), 0) else 0 end as worth
      from remedy_grant g
      """;

  private final JdbcClient sql;
  private final Dealt dealt;
  private final ReadMemory<Subject, List<RemedyGrant>> read = new ReadMemory<>();

  GrantRows(JdbcClient sql, Dealt dealt) {
    this.sql = sql;
    this.dealt = dealt;
  }

  Optional<RemedyGrant> find(long id) {
    return sql.sql(GRANT + "where g.id = :id").param("id", id).query(GrantRows::read).optional();
  }

  /** Taken until the act ends, so that two things that become of it follow each other. */
  Optional<RemedyGrant> held(long id) {
    sql.sql("select id from remedy_grant where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
    return find(id);
  }

  List<RemedyGrant> of(Subject about) {
    return read.of(about, one -> dealt.list(one, Dealt.Kind.GRANT, () -> given(one)));
  }

  private List<RemedyGrant> given(Subject about) {
    return where(
        "g.subject_kind = :kind and g.subject_id = :id order by g.id",
        Map.of("kind", about.kind(), "id", about.id()));
  }

  List<RemedyGrant> parts(long packageId) {
    return where("g.package_id = :id order by g.id", Map.of("id", packageId));
  }

  List<RemedyGrant> where(String condition, Map<String, ?> params) {
    return sql.sql(GRANT + "where " + condition).params(params).query(GrantRows::read).list();
  }

  static RemedyGrant read(ResultSet rs, int n) throws SQLException {
    return new RemedyGrant(
        rs.getLong("id"),
        Subject.of(rs.getString("subject_kind"), rs.getLong("subject_id")),
        rs.getLong("customer_id"),
        rs.getLong("brand_id"),
        rs.getLong("team_id"),
        rs.getLong("remedy_id"),
        Remedy.Kind.of(rs.getString("kind")),
        rs.getBoolean("interim"),
        Sql.longOrNull(rs, "package_id"),
        new Money(rs.getLong("worth"), rs.getString("currency")),
        Sql.longOrNull(rs, "product_id"),
        Sql.longOrNull(rs, "unit_id"),
        Sql.longOrNull(rs, "replaces_unit_id"),
        rs.getString("cause"),
        Severity.valueOf(rs.getString("severity").toUpperCase(Locale.ROOT)),
        rs.getString("reason"),
        ruledBy(rs),
        rs.getLong("limit_id"),
        Sql.longOrNull(rs, "request_id"),
        Sql.longOrNull(rs, "offer_id"),
        new Actor(rs.getString("granted_by_kind"), rs.getLong("granted_by_id")),
        Sql.instant(rs, "granted_at"),
        Sql.instantOrNull(rs, "promised_at"),
        Sql.longOrNull(rs, "check_promise_id"),
        fate(rs));
  }

  private static long ruledBy(ResultSet rs) throws SQLException {
    Long person = Sql.longOrNull(rs, "ruled_by");
    return person != null ? person : -rs.getLong("ruled_by_token");
  }

  private static Fate fate(ResultSet rs) throws SQLException {
    return new Fate(
        Sql.instantOrNull(rs, "unknown_at"),
        Sql.instantOrNull(rs, "done_at"),
        evidence(rs),
        Sql.instantOrNull(rs, "failed_at"),
        rs.getString("failed_reason"),
        Sql.instantOrNull(rs, "stopped_at"),
        Sql.instantOrNull(rs, "reclaimed_at"),
        Sql.instantOrNull(rs, "returned_at"),
        Sql.instantOrNull(rs, "unsafe_at"),
        Sql.instantOrNull(rs, "undone_at"),
        Sql.instantOrNull(rs, "came_back_at"));
  }

  private static @Nullable Subject evidence(ResultSet rs) throws SQLException {
    String kind = rs.getString("evidence_kind");
    return kind == null ? null : Subject.of(kind, rs.getLong("evidence_id"));
  }
}
