package amends.messages;

import amends.shared.Chore;
import amends.shared.FixedPeriod;
import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets what colleagues were told a month ago, and what nobody could be told in time. An alarm
 * that rings a second time does so long before.
 */
@Component
final class NoticeCleaning implements Chore {
  private static final Duration KEPT = Duration.ofDays(30);

  private final JdbcClient sql;
  private final InstantSource clock;

  NoticeCleaning(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "messages.clean-notices";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public List<FixedPeriod> keeps() {
    return List.of(new FixedPeriod("notices", KEPT));
  }

  @Override
  public void perform() {
    Instant now = clock.instant();
    sql.sql(
            """
            delete from notice n where (n.mail_id is null and n.noted_at < :expired)
              or n.mail_id in (select id from notice_mail where done_at < :old)
            """)
        .param("expired", Sql.at(now.minus(NoticeRows.KEPT)))
        .param("old", Sql.at(now.minus(KEPT)))
        .update();
    sql.sql("delete from notice_mail where done_at < :old")
        .param("old", Sql.at(now.minus(KEPT)))
        .update();
  }
}
