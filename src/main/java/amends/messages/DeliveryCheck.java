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
 * I3: each message that was to go out has exactly one delivery for its customer and channel, and
 * that one is accepted, has failed, or is still owed. Repeats happen only where nobody knew whether
 * the first was taken; they are counted and bounded.
 */
@Component
final class DeliveryCheck implements BoundedCheck {
  private static final Duration GRACE = Duration.ofHours(1);

  private final JdbcClient sql;
  private final InstantSource clock;

  DeliveryCheck(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String code() {
    return "I3";
  }

  @Override
  public String words() {
    return "messages.check.deliveries";
  }

  /** What is still being tried lies beyond. */
  @Override
  public long head() {
    return sql.sql(
            """
            select coalesce(
              (select min(message_id) - 1
                from (select message_id from delivery where done_at is null and not mass offset 0) as owed),
              (select max(id) from message), 0)
            """)
        .query(Long.class)
        .single();
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
            select m.id, case when count(d.id) = 0 then 'has no delivery'
              else 'has ' || count(d.id) || ' deliveries' end as words
            from message m left join delivery d on d.message_id = m.id and d.after_id is null
            where m.id > :from and m.direction = 'out' and m.not_sent is null
              and m.kind <> 'broadcast'
            group by m.id having count(d.id) <> 1
            union all
            select d.message_id, 'goes another way although the way before has not failed'
            from delivery d join delivery b on b.id = d.after_id
            where d.message_id > :from and b.failed_at is null
            union all
            select d.message_id, 'was given to be sent although it must not be'
            from delivery d join message m on m.id = d.message_id
            where d.message_id > :from and m.id > :from and m.not_sent is not null
            union all
            select d.message_id, 'should have been given up by now'
            from delivery d where d.done_at is null and not d.mass and d.give_up_at < :late
              and d.attempts > 0
            union all
            select d.message_id, 'was tried ' || d.ambiguous_tries || ' times with an unknown end'
            from delivery d
            where d.message_id > :from and d.ambiguous_tries > :mostAmbiguous
            limit :most
            """)
        .param("from", from)
        .param("late", Sql.at(clock.instant().minus(GRACE)))
        .param("mostAmbiguous", Repeats.MOST + 1)
        .param("most", MOST)
        .query((rs, n) ->
            new Finding(code(), rs.getString("words"), Subject.of("message", rs.getLong("id"))))
        .list();
  }
}
