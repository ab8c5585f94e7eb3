package amends.messages;

import amends.shared.RetainedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wrote held mails that were decided, and about what; that and how they were decided stays. */
@Component
final class HeldRetained extends RetainedRows {
  private static final String OLDER =
      """
      select h.id from held_mail h
      where h.decided_at < :than and h.subject <> '[…]' and not exists (
        select from customers_v_hold k
        where k.subject_kind = h.about_kind and k.subject_id = h.about_id)
      order by h.id
      """;

  HeldRetained(JdbcClient sql) {
    super(
        sql,
        "held",
        365,
        OLDER,
        "update held_mail set sender = '[…]', subject = '[…]', detail = '' where id in (%s)");
  }
}
