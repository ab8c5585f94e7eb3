package amends.customers;

import amends.shared.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must be done differently for somebody. */
@Component
final class Needs {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final NeedBell bell;

  Needs(JdbcClient sql, InstantSource clock, NeedBell bell) {
    this.sql = sql;
    this.clock = clock;
    this.bell = bell;
  }

  /** Those of them that hold and are to be looked at by now. */
  static List<Need> due(JdbcClient sql, List<Long> ids, Instant now) {
    return sql.sql(
            """
            select id, customer_id, driver, words, told_by, from_at, review_at, ended_at from need
            where id = any(:ids) and ended_at is null and review_at <= :now order by id
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("now", Sql.at(now))
        .query(Rows::need)
        .list();
  }

  /** Those that have not ended, the newest first. */
  List<Need> of(List<Long> selves) {
    return sql.sql(
            """
            select id, customer_id, driver, words, told_by, from_at, review_at, ended_at from need
            where customer_id = any(:selves) and ended_at is null order by from_at desc, id desc
            """)
        .param("selves", selves.toArray(Long[]::new))
        .query(Rows::need)
        .list();
  }

  /** The one to be looked at first is the first. */
  List<Need> toLookAt(Instant before, int most) {
    return sql.sql(
            """
            select id, customer_id, driver, words, told_by, from_at, review_at, ended_at from need
            where ended_at is null and review_at <= :before order by review_at, id limit :most
            """)
        .param("before", Sql.at(before))
        .param("most", most)
        .query(Rows::need)
        .list();
  }

  long add(long customer, Need.Driver driver, String words, String toldBy, Instant reviewAt) {
    long id = insert(customer, driver, words, toldBy, reviewAt);
    bell.at(id, reviewAt);
    return id;
  }

  private long insert(
      long customer, Need.Driver driver, String words, String toldBy, Instant reviewAt) {
    return sql.sql(
            """
            insert into need (customer_id, driver, words, told_by, from_at, review_at)
            values (:customer, :driver, :words, :toldBy, :at, :reviewAt) returning id
            """)
        .param("customer", customer)
        .param("driver", driver.name().toLowerCase(Locale.ROOT))
        .param("words", words)
        .param("toldBy", toldBy)
        .param("at", Sql.at(clock.instant()))
        .param("reviewAt", Sql.at(reviewAt))
        .query(Long.class)
        .single();
  }

  /** The customer whose need it was; empty when it had ended. */
  Optional<Long> review(long need, Instant nextReviewAt) {
    Optional<Long> whose =
        sql.sql(
                """
                update need set review_at = :next where id = :id and ended_at is null
                returning customer_id
                """)
            .param("next", Sql.at(nextReviewAt))
            .param("id", need)
            .query(Long.class)
            .optional();
    whose.ifPresent(customer -> bell.at(need, nextReviewAt));
    return whose;
  }

  Optional<Long> end(long need) {
    bell.noLonger(need);
    return sql.sql(
            """
            update need set ended_at = :at where id = :id and ended_at is null
            returning customer_id
            """)
        .param("at", Sql.at(clock.instant()))
        .param("id", need)
        .query(Long.class)
        .optional();
  }
}
