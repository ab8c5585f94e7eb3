package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Subject;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a colleague wants to be told by mail. What has escalated to a colleague always is. */
@Component
public final class MailWishes {
  private final JdbcClient sql;
  private final Acts acts;
  private final Journal journal;

  MailWishes(JdbcClient sql, Acts acts, Journal journal) {
    this.sql = sql;
    this.acts = acts;
    this.journal = journal;
  }

  /** Whether warnings come by mail; they do until the person says otherwise. */
  public boolean warnings(long personId) {
    return sql.sql("select warned_by_mail from person where id = :id")
        .param("id", personId)
        .query(Boolean.class)
        .single();
  }

  /** From now on; a choice that stands already changes nothing. */
  public void warnings(long personId, boolean wanted) {
    acts.run(() -> {
      int changed =
          sql.sql(
                  "update person set warned_by_mail = :wanted where id = :id and warned_by_mail <> :wanted")
              .param("wanted", wanted)
              .param("id", personId)
              .update();
      if (changed > 0) {
        journal.record(
            "staff.warnings_by_mail",
            Subject.of("person", personId),
            Actor.person(personId),
            Map.of("wanted", wanted));
      }
    });
  }
}
