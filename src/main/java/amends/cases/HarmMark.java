package amends.cases;

import amends.promises.Promise;
import amends.promises.PromiseKept;
import amends.promises.PromiseMade;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which cases bear harm that nobody has called about. The mark follows the call that was promised:
 * set when a case is pointed, and gone once the call was made.
 */
@Component
final class HarmMark {
  /** Since when the case {@code id} bears it, from its promises. */
  static final String SINCE =
      """
      (select min(h.reported_at) from harm_report h join promises_v_promise p on p.id = h.promise_id
        where p.subject_kind = 'case' and p.subject_id = :id
          and num_nonnulls(p.kept_at, p.made_good_at, p.released_at) = 0)\
      """;

  private final JdbcClient sql;

  HarmMark(JdbcClient sql) {
    this.sql = sql;
  }

  /** A call that was moved or agreed anew is the same call. */
  @EventListener
  void on(PromiseMade event) {
    Promise made = event.promise();
    if (made.followsId() == null) {
      return;
    }
    sql.sql("update harm_report set promise_id = :made where promise_id = :old")
        .param("made", made.id())
        .param("old", made.followsId())
        .update();
  }

  /** A letter that was sent in place of the call has arrived. */
  @EventListener
  void on(PromiseKept event) {
    Promise kept = event.promise();
    if (!kept.about().kind().equals("case") || kept.kind() != Promise.Kind.CONTACT) {
      return;
    }
    sql.sql(
            "update amends_case set harm_at = {harm} where id = :id and harm_at is not null"
                .replace("{harm}", SINCE))
        .param("id", kept.about().id())
        .update();
  }
}
