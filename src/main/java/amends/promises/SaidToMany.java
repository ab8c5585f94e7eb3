package amends.promises;

import amends.shared.Sql;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one customer was promised by what was said to many, under any of their cards. */
@Component
public final class SaidToMany {
  private static final int MOST = 20;

  private final JdbcClient sql;

  SaidToMany(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * What is owed first, the next due first; then what has ended, the newest first. What did not
   * arrive was promised to nobody and is left out; what one person heard under two cards is one.
   *
   * @param cases a word to many may name the case that an answer belongs to: these alone
   * @param anyway also words that name no case
   * @param since what ended before is over
   */
  public List<Promise> to(
      long customer, long brand, Collection<Long> cases, boolean anyway, Instant since) {
    Map<Long, Promise> once = new LinkedHashMap<>();
    sql.sql(
            """
            select p.* from messages_v_broadcast_person l
            join messages_v_broadcast b on b.id = l.broadcast_id
            join promise p on p.subject_kind = 'broadcast' and p.subject_id = l.broadcast_id
              and p.customer_id = l.customer_id
            where l.customer_id in (
                select self_id from customers_v_self where customer_id = :customer)
              and b.brand_id = :brand
              and (l.case_id = any(:cases) or :anyway and l.case_id is null)
              and p.release_reason is distinct from :unheard
              and (%1$s or p.broken_at is not null and p.made_good_at is null
                or coalesce(p.made_good_at, p.kept_at, p.moved_at, p.agreed_at, p.released_at) >= :since)
            order by not (%1$s), case when %1$s then p.due_at end, p.made_at desc, p.id
            limit :most
            """
                .formatted(PromiseRows.OWED))
        .param("customer", customer)
        .param("brand", brand)
        .param("cases", cases.toArray(Long[]::new))
        .param("anyway", anyway)
        .param("unheard", Untold.REASON)
        .param("since", Sql.at(since))
        .param("most", MOST)
        .query(PromiseRows.PROMISE)
        .list()
        .forEach(p -> once.putIfAbsent(p.about().id(), p));
    return List.copyOf(once.values());
  }

  /**
   * What one broadcast promised, in the order in which it was made.
   *
   * @param customer to one of them, as they were told; null for all
   * @param after the last number of the page before; 0 for the first page
   */
  public List<Promise> by(long broadcast, @Nullable Long customer, long after, int most) {
    return sql.sql(
            """
            select * from promise where subject_kind = 'broadcast' and subject_id = :broadcast
              and id > :after and (cast(:customer as bigint) is null or customer_id = :customer)
            order by id limit :most
            """)
        .param("broadcast", broadcast)
        .param("after", after)
        .param("customer", customer, Types.BIGINT)
        .param("most", most)
        .query(PromiseRows.PROMISE)
        .list();
  }
}
