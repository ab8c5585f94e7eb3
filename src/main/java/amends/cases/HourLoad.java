package amends.cases;

import amends.shared.Sql;
import amends.staff.OnDuty;
import amends.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who would have to keep a promise at an hour, and what is due from them in that hour anyway. */
@Component
public final class HourLoad {
  private static final Duration HOUR = Duration.ofHours(1);

  private final JdbcClient sql;
  private final OnDuty onDuty;
  private final Staff staff;

  HourLoad(JdbcClient sql, OnDuty onDuty, Staff staff) {
    this.sql = sql;
    this.onDuty = onDuty;
    this.staff = staff;
  }

  /**
   * What the writer of a promise should know.
   *
   * @param owner who answers for it; null when the team does
   * @param atWork how many of them work at that moment
   * @param others promises that are due from them in the hour before it
   */
  public record Load(@Nullable String owner, String team, long atWork, int others) {}

  /** Of whoever owns the case, or of its team. */
  public Load at(Case matter, Instant due) {
    // Closing time itself is no working time, and the minute before it is.
    Instant before = due.minusSeconds(1);
    Long owner = matter.ownerId();
    String team = staff.team(matter.teamId()).name();
    int others = others(owner, matter, due);
    if (owner == null) {
      return new Load(null, team, onDuty.at(matter.teamId(), before), others);
    }
    boolean works = onDuty.works(owner, matter.teamId(), before);
    return new Load(staff.get(owner).name(), team, works ? 1 : 0, others);
  }

  private int others(@Nullable Long owner, Case matter, Instant due) {
    return sql.sql(
            """
            select count(*) from promises_v_promise p
            where p.owed and p.due_at > :from and p.due_at <= :due and p.subject_kind <> 'broadcast'
              and p.owner_person is not distinct from :owner
              and (cast(:owner as bigint) is not null or p.owner_team = :team)
            """)
        .param("from", Sql.at(due.minus(HOUR)))
        .param("due", Sql.at(due))
        .param("owner", owner)
        .param("team", matter.teamId())
        .query(Integer.class)
        .single();
  }
}
