package amends.cases;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which looks are intentions, and which are obligations: both outlive every word. */
@Component
final class IntentionRows {
  private final JdbcClient sql;

  IntentionRows(JdbcClient sql) {
    this.sql = sql;
  }

  void add(long promiseId) {
    sql.sql("insert into intention (promise_id) values (:id)").param("id", promiseId).update();
  }

  void ended(long promiseId, long noteId) {
    sql.sql("update intention set ended_by = :note where promise_id = :id")
        .param("note", noteId)
        .param("id", promiseId)
        .update();
  }

  void oblige(long promiseId, String rule) {
    sql.sql("insert into obligation (promise_id, rule) values (:id, :rule)")
        .param("id", promiseId)
        .param("rule", rule)
        .update();
  }

  /** The looks of a case that only what is sent for them ends. */
  Set<Long> obliged(long caseId) {
    return new HashSet<>(
        sql.sql(
                """
                select o.promise_id from obligation o join promises_v_promise p on p.id = o.promise_id
                where p.subject_kind = 'case' and p.subject_id = :case
                """)
            .param("case", caseId)
            .query(Long.class)
            .list());
  }

  /**
   * The looks of a case that are intentions and that nobody has taken yet, and those that a rhythm
   * asks for.
   */
  Set<Long> standing(long caseId) {
    return new HashSet<>(
        sql.sql(
                """
                select i.promise_id from intention i join promises_v_promise p on p.id = i.promise_id
                where i.ended_by is null and p.subject_kind = 'case' and p.subject_id = :case
                union select p.id from promises_v_cadence c
                join promises_v_promise p on p.id = c.promise_id
                where c.ended_at is null and c.subject_kind = 'case' and c.subject_id = :case
                  and p.kind = 'look' and p.owed
                """)
            .param("case", caseId)
            .query(Long.class)
            .list());
  }
}
