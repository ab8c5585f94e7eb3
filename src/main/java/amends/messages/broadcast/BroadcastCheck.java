package amends.messages.broadcast;

import amends.shared.BoundedCheck;
import amends.shared.Subject;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * I3 and I19 of what goes to many: nobody on a list has two deliveries that stand, and what was
 * added up is what can be counted. Looked at once a broadcast is over.
 */
@Component
final class BroadcastCheck implements BoundedCheck {
  private static final String ENDED =
      """
      with ended as (
        select id, message_id, reachable from broadcast where ended_at is not null and id > :from),
      counted as (
        select e.id, count(*) as laid, count(d.accepted_at) filter (where d.failed_at is null) as accepted,
          count(d.failed_at) as failed
        from ended e join delivery d on d.message_id = e.message_id group by e.id),
      added as (
        select e.id, sum(t.laid) as laid, sum(t.accepted) as accepted, sum(t.failed) as failed
        from ended e join broadcast_tally t on t.broadcast_id = e.id group by e.id)
      select c.id, 'has ' || c.laid || ' deliveries, ' || c.accepted || ' of them taken and '
        || c.failed || ' failed, and its tally says ' || a.laid || ', ' || a.accepted || ' and '
        || a.failed as words
      from counted c join added a on a.id = c.id
      where (c.laid, c.accepted, c.failed) <> (a.laid, a.accepted, a.failed)
      union all
      select e.id, 'reached somebody twice'
      from ended e join delivery d on d.message_id = e.message_id
      where d.accepted_at is not null and d.failed_at is null
      group by e.id, d.customer_id having count(*) > 1
      limit :most
      """;

  private final JdbcClient sql;

  BroadcastCheck(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String code() {
    return "I3";
  }

  @Override
  public String words() {
    return "messages.check.broadcasts";
  }

  /** What is still on its way lies beyond. */
  @Override
  public long head() {
    return sql.sql(
            """
            select coalesce(
              (select min(id) - 1 from broadcast where started_at is not null and ended_at is null),
              (select max(id) from broadcast), 0)
            """)
        .query(Long.class)
        .single();
  }

  @Override
  public List<Finding> run() {
    return after(0);
  }

  /** One that was looked at is not looked at again before the daily run. */
  @Override
  public List<Finding> runSince(long mark) {
    return after(mark);
  }

  private List<Finding> after(long from) {
    return sql.sql(ENDED)
        .param("from", from)
        .param("most", MOST)
        .query((rs, n) ->
            new Finding(code(), rs.getString("words"), Subject.of("broadcast", rs.getLong("id"))))
        .list();
  }
}
