package amends.messages;

import amends.shared.Retained;
import amends.shared.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wrote held mails that were decided, and about what; that and how they were decided stays. */
@Component
final class HeldRetained implements Retained {
  private static final String OLDER =
      """
      select h.id from held_mail h
      where h.decided_at < :than and h.subject <> '[…]' and not exists (
        select from customers_v_hold k
        where k.subject_kind = h.about_kind and k.subject_id = h.about_id)
      order by h.id
      """;

  private final JdbcClient sql;

  HeldRetained(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String kind() {
    return "held";
  }

  @Override
  public int days() {
    return 365;
  }

  @Override
  public long older(Instant than) {
    return sql.sql("select count(*) from (%s) as old".formatted(OLDER))
        .param("than", Sql.at(than))
        .query(Long.class)
        .single();
  }

  @Override
  public int forget(Instant than, int most) {
    return sql.sql(
            "update held_mail set sender = '[…]', subject = '[…]', detail = '' where id in (%s limit :most)"
                .formatted(OLDER))
        .param("than", Sql.at(than))
        .param("most", most)
        .update();
  }
}
