package amends.messages;

import amends.shared.BoundedCheck;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * I1: what the door took is in a case, in quarantine or in the tray. The table itself refuses mail
 * that was read and went nowhere; here is what stays unread, or points to what is not there.
 */
@Component
final class InboundCheck implements BoundedCheck {
  static final Duration READ_WITHIN = Duration.ofMinutes(5);

  private final JdbcClient sql;
  private final InstantSource clock;

  InboundCheck(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String code() {
    return "I1";
  }

  @Override
  public String words() {
    return "messages.check.inbound";
  }

  /** What waits to be read lies beyond; the fence keeps the plan to the index of what waits. */
  static final String HEAD =
      """
      select coalesce(
        (select min(id) - 1 from (select id from inbound where done_at is null offset 0) as waiting),
        (select max(id) from inbound), 0)
      """;

  @Override
  public long head() {
    return sql.sql(HEAD).query(Long.class).single();
  }

  @Override
  public List<Finding> run() {
    return after(0);
  }

  @Override
  public List<Finding> runSince(long mark) {
    return after(mark - OVERLAP);
  }

  private List<Finding> after(long from) {
    return sql.sql(
            """
            select i.id, 'is not read yet' || coalesce(': ' || i.trouble, '') as words
            from inbound i where i.done_at is null and i.received_at < :late
            union all
            select i.id, 'was read and is in no case, quarantine or tray'
            from inbound i
            where i.id > :from and i.done_at is not null and i.disposition = 'case'
              and not exists (select from message m where m.inbound_id = i.id)
            union all
            select i.id, 'was held, and is held no more'
            from inbound i
            where i.id > :from and i.done_at is not null and i.disposition in ('quarantine', 'tray')
              and not exists (select from held_mail h where h.inbound_id = i.id)
            limit :most
            """)
        .param("from", from)
        .param("late", Sql.at(clock.instant().minus(READ_WITHIN)))
        .param("most", MOST)
        .query((rs, n) ->
            new Finding(code(), rs.getString("words"), Subject.of("inbound", rs.getLong("id"))))
        .list();
  }
}
