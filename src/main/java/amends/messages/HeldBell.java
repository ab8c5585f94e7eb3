package amends.messages;

import amends.journal.Entry;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Held mail that nobody has looked at in time: marked, so that pages and the check show it. */
@Component
final class HeldBell implements Bell {
  private final JdbcClient sql;
  private final Journal journal;

  HeldBell(JdbcClient sql, Journal journal) {
    this.sql = sql;
    this.journal = journal;
  }

  @Override
  public String name() {
    return HeldMail.AGE_BELL;
  }

  @Override
  public void ring(List<Rung> due, Instant now) {
    sql.sql("update held_mail set aged_at = :now where id = any(:ids) and decided_at is null")
        .param("now", Sql.at(now))
        .param("ids", due.stream().map(rung -> rung.guards().id()).toArray(Long[]::new))
        .update();
    journal.recordAll(
        due.stream().map(rung -> new Entry("mail.aged", rung.guards(), Actor.SYSTEM)).toList());
  }
}
