package amends.remedies;

import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became known of grants, as it is stored. */
@Component
final class CheckRows {
  private final JdbcClient sql;

  CheckRows(JdbcClient sql) {
    this.sql = sql;
  }

  RemedyCheck insert(long grant, RemedyCheck.Result result, String words, Actor by, Instant now) {
    long id =
        sql.sql(
                """
                insert into remedy_check (grant_id, result, words, by_kind, by_id, at)
                values (:grant, :result, :words, :byKind, :byId, :now) returning id
                """)
            .param("grant", grant)
            .param("result", result.code())
            .param("words", words)
            .param("byKind", by.kind())
            .param("byId", by.id())
            .param("now", Sql.at(now))
            .query(Long.class)
            .single();
    if (result == RemedyCheck.Result.DOES_NOT_WORK) {
      sql.sql("update remedy_grant set wrong_at = coalesce(wrong_at, :now) where id = :id")
          .param("now", Sql.at(now))
          .param("id", grant)
          .update();
    }
    return new RemedyCheck(id, grant, result, words, by, now);
  }

  List<RemedyCheck> of(long grant) {
    return sql.sql("select * from remedy_check where grant_id = :grant order by id")
        .param("grant", grant)
        .query((rs, n) ->
            new RemedyCheck(
                rs.getLong("id"),
                rs.getLong("grant_id"),
                RemedyCheck.Result.of(rs.getString("result")),
                rs.getString("words"),
                new Actor(rs.getString("by_kind"), rs.getLong("by_id")),
                Sql.instant(rs, "at")))
        .list();
  }

  /** How many remedies went wrong in a matter. */
  int wrong(Subject about) {
    return sql.sql(
            """
            select count(distinct g.id) from remedy_grant g
            where g.subject_kind = :kind and g.subject_id = :id
              and (g.unsafe_at is not null or exists (select from remedy_check c
                where c.grant_id = g.id and c.result in ('not_arrived', 'does_not_work')))
            """)
        .param("kind", about.kind())
        .param("id", about.id())
        .query(Integer.class)
        .single();
  }
}
