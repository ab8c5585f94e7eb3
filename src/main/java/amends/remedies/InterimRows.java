package amends.remedies;

import amends.shared.Sql;
import amends.shared.Subject;
import amends.time.Alarms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Interim remedies as they are stored, and the alarm that rings before they end. */
@Component
final class InterimRows {
  static final String BELL = "remedies.interim";

  /** Rings so long before it ends, or at half its time where that is shorter. */
  private static final Duration BEFORE = Duration.ofDays(3);

  private final JdbcClient sql;
  private final Alarms alarms;

  InterimRows(JdbcClient sql, Alarms alarms) {
    this.sql = sql;
    this.alarms = alarms;
  }

  void begin(RemedyGrant grant, Wanted.Bridge bridge) {
    sql.sql(
            """
            insert into remedy_interim (grant_id, why, approver_id, ends_at)
            values (:id, :why, :approver, :ends)
            """)
        .param("id", grant.id())
        .param("why", bridge.why().strip())
        .param("approver", grant.ruledBy())
        .param("ends", Sql.at(bridge.endsAt()))
        .update();
    ring(grant.id(), bridge.endsAt(), grant.grantedAt());
  }

  void ring(long grant, Instant endsAt, Instant now) {
    Duration half = Duration.between(now, endsAt).dividedBy(2);
    Duration before = half.compareTo(BEFORE) < 0 ? half : BEFORE;
    alarms.set(BELL, Subject.of("remedy_grant", grant), endsAt.minus(before));
  }

  Optional<Interim> of(long grant) {
    return sql.sql("select * from remedy_interim where grant_id = :id")
        .param("id", grant)
        .query(InterimRows::read)
        .optional();
  }

  List<Interim> open(Subject about) {
    return sql.sql(
            """
            select i.* from remedy_interim i join remedy_grant g on g.id = i.grant_id
            where g.subject_kind = :kind and g.subject_id = :id and i.ended_at is null
              and g.failed_at is null and g.stopped_at is null
            order by i.ends_at
            """)
        .param("kind", about.kind())
        .param("id", about.id())
        .query(InterimRows::read)
        .list();
  }

  int prolong(long grant, String why, long approver, Instant endsAt) {
    return sql.sql(
            """
            update remedy_interim set why = :why, approver_id = :approver, ends_at = :ends,
              warned_at = null
            where grant_id = :id and ended_at is null
            """)
        .param("why", why)
        .param("approver", approver)
        .param("ends", Sql.at(endsAt))
        .param("id", grant)
        .update();
  }

  /** Ends these bridges; {@code by} is the final remedy that did, 0 for none. */
  List<Long> end(List<Long> grants, long by, Instant now) {
    List<Long> ended =
        sql.sql(
                """
                update remedy_interim set ended_at = :now, ended_by = nullif(:by, 0)
                where grant_id = any(:ids) and ended_at is null returning grant_id
                """)
            .param("now", Sql.at(now))
            .param("by", by)
            .param("ids", grants.toArray(Long[]::new))
            .query(Long.class)
            .list();
    alarms.silence(BELL, "remedy_grant", ended);
    return ended;
  }

  /** Over by a colleague's word; false when it has ended already. */
  boolean over(long grant, String why, long person, Instant now) {
    if (end(List.of(grant), 0, now).isEmpty()) {
      return false;
    }
    sql.sql(
            "update remedy_interim set ended_why = :why, ended_person = :person where grant_id = :id")
        .param("why", why)
        .param("person", person)
        .param("id", grant)
        .update();
    return true;
  }

  List<Long> warn(List<Long> grants, Instant now) {
    return sql.sql(
            """
            update remedy_interim set warned_at = :now
            where grant_id = any(:ids) and ended_at is null returning grant_id
            """)
        .param("now", Sql.at(now))
        .param("ids", grants.toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  private static Interim read(ResultSet rs, int n) throws SQLException {
    return new Interim(
        rs.getLong("grant_id"),
        rs.getString("why"),
        rs.getLong("approver_id"),
        Sql.instant(rs, "ends_at"),
        Sql.instantOrNull(rs, "warned_at"),
        Sql.instantOrNull(rs, "ended_at"),
        Sql.longOrNull(rs, "ended_by"),
        rs.getString("ended_why"),
        Sql.longOrNull(rs, "ended_person"));
  }
}
