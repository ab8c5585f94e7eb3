package amends.promises;

import amends.shared.BoundedCheck;
import amends.shared.Subject;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * I5 of what was promised to many: whoever was told of it stands in the ledger, once. Looked at
 * once a broadcast is over.
 */
@Component
final class ToManyCheck implements BoundedCheck {
  private static final String WRONG =
      """
      with ended as (
        select id, message_id from messages_v_broadcast
        where ended_at is not null and next_words is not null and id > :from)
      select e.id, 'told ' || count(*) || ' people of a promise that is not in the ledger' as words
      from ended e join messages_v_delivery d on d.message_id = e.message_id
      where d.accepted_at is not null and d.failed_at is null and not exists (
        select from promise p where p.subject_kind = 'broadcast' and p.subject_id = e.id
          and p.customer_id = d.customer_id)
      group by e.id
      union all
      select e.id, 'promised the same twice to one person'
      from ended e join promise p on p.subject_kind = 'broadcast' and p.subject_id = e.id
      group by e.id, p.customer_id having count(*) > 1
      limit :most
      """;

  private final JdbcClient sql;

  ToManyCheck(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String code() {
    return "I5";
  }

  @Override
  public String words() {
    return "promises.check.to-many";
  }

  /** What is still on its way lies beyond. */
  @Override
  public long head() {
    return sql.sql(
            """
            select coalesce(
              (select min(id) - 1 from messages_v_broadcast
                where started_at is not null and ended_at is null),
              (select max(id) from messages_v_broadcast), 0)
            """)
        .query(Long.class)
        .single();
  }

  @Override
  public List<Finding> run() {
    return runSince(0);
  }

  @Override
  public List<Finding> runSince(long mark) {
    return sql.sql(WRONG)
        .param("from", mark)
        .param("most", MOST)
        .query((rs, n) ->
            new Finding(code(), rs.getString("words"), Subject.of("broadcast", rs.getLong("id"))))
        .list();
  }
}
