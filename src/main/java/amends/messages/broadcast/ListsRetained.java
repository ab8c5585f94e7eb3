package amends.messages.broadcast;

import amends.shared.Retained;
import amends.shared.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the people of an old broadcast were written to, and what its words named of them only. Who
 * was on the list and what became of each stays.
 */
@Component
final class ListsRetained implements Retained {
  private static final String OLDER =
      """
      select p.broadcast_id, p.no, p.customer_id, b.message_id
      from broadcast_person p join broadcast b on b.id = p.broadcast_id
      where b.ended_at < :than and (p.own is not null or p.address <> '[…]')
        and not exists (select from customers_v_hold k
          left join customers_v_customer x on x.id = p.customer_id
          where k.subject_kind = 'customer' and k.subject_id in (x.id, x.merged_into))
      order by p.broadcast_id, p.no limit :most
      """;

  private final JdbcClient sql;

  ListsRetained(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String kind() {
    return "lists";
  }

  /** Five years: a recall is asked about for long. A house rule. */
  @Override
  public int days() {
    return 1_825;
  }

  /** As many as one run takes at most. */
  @Override
  public long older(Instant than) {
    return sql.sql("select count(*) from (%s) as old".formatted(OLDER))
        .param("than", Sql.at(than))
        .param("most", 100_000)
        .query(Long.class)
        .single();
  }

  @Override
  public int forget(Instant than, int most) {
    return sql.sql(
            """
            with old as (%s),
            sent as (update delivery d set address = '[…]', last_reply = null, trouble = null
              from old where d.message_id = old.message_id and d.customer_id = old.customer_id)
            update broadcast_person p set own = null,
              address = case when p.address is not null then '[…]' end
            from old where p.broadcast_id = old.broadcast_id and p.no = old.no
            """
                .formatted(OLDER))
        .param("than", Sql.at(than))
        .param("most", most)
        .update();
  }
}
