package amends.staff;

import amends.shared.Actor;
import amends.shared.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of absences; what was cancelled is not read. */
final class AbsenceRows {
  private static final String ABSENCE =
      "select id, person_id, from_at, until_at, kind from absence where cancelled_at is null ";
  private static final RowMapper<Absence> ROW =
      (rs, n) ->
          new Absence(
              rs.getLong("id"),
              rs.getLong("person_id"),
              Sql.instant(rs, "from_at"),
              Sql.instant(rs, "until_at"),
              Absence.Kind.of(rs.getString("kind")));

  private final JdbcClient sql;

  AbsenceRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** Whether there is such a person, who has not left. */
  boolean isHere(long person) {
    return sql.sql("select exists (select from person where id = :id and left_at is null)")
        .param("id", person)
        .query(Boolean.class)
        .single();
  }

  Absence add(long person, Instant from, Instant until, Absence.Kind kind, Actor by, Instant now) {
    return sql.sql(
            """
            insert into absence
              (person_id, from_at, until_at, kind, recorded_by_kind, recorded_by_id, recorded_at)
            values (:person, :from, :until, :kind, :byKind, :byId, :now)
            returning id, person_id, from_at, until_at, kind
            """)
        .param("person", person)
        .param("from", Sql.at(from))
        .param("until", Sql.at(until))
        .param("kind", kind.code())
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("now", Sql.at(now))
        .query(ROW)
        .single();
  }

  /** Back now when it has begun; else it does not take place. */
  boolean end(long id, Instant now) {
    return sql.sql(
                """
                update absence set
                  until_at = case when from_at < :now then :now else until_at end,
                  cancelled_at = case when from_at < :now then null else :now end
                where id = :id and until_at > :now and cancelled_at is null
                """)
            .param("id", id)
            .param("now", Sql.at(now))
            .update()
        == 1;
  }

  Optional<Absence> find(long id) {
    return sql.sql(ABSENCE + "and id = :id").param("id", id).query(ROW).optional();
  }

  List<Absence> at(Instant moment) {
    return sql.sql(ABSENCE + "and from_at <= :at and until_at > :at")
        .param("at", Sql.at(moment))
        .query(ROW)
        .list();
  }

  List<Absence> of(long person, Instant from) {
    return sql.sql(ABSENCE + "and person_id = :person and until_at > :from order by from_at, id")
        .param("person", person)
        .param("from", Sql.at(from))
        .query(ROW)
        .list();
  }

  List<Absence> between(Instant from, Instant until) {
    return sql.sql(ABSENCE + "and until_at > :from and from_at < :until order by from_at, id")
        .param("from", Sql.at(from))
        .param("until", Sql.at(until))
        .query(ROW)
        .list();
  }
}
