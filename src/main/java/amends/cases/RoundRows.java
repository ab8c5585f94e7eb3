package amends.cases;

import amends.shared.NotFound;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of rounds and of their cases. */
@Component
final class RoundRows {
  static final Subject NONE = Subject.of("round", 0);

  private final JdbcClient sql;

  RoundRows(JdbcClient sql) {
    this.sql = sql;
  }

  long insert(Draft draft, Viewer by, Instant now) {
    return sql.sql(
            """
            insert into reply_round (person_id, words, next_words, next_due_at, nothing_more, made_at)
            values (:me, :words, :next, :due, :nothing, :now) returning id
            """)
        .param("me", by.id())
        .param("words", draft.text())
        .param("next", draft.words() == null ? "" : draft.words())
        .param("due", Sql.atOrNull(draft.dueAt()))
        .param("nothing", draft.nothingMore())
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  void write(long id, Draft draft) {
    sql.sql(
            """
            update reply_round set words = :words, next_words = :next, next_due_at = :due,
              nothing_more = :nothing where id = :id and sent_at is null
            """)
        .param("words", draft.text())
        .param("next", draft.words() == null ? "" : draft.words())
        .param("due", Sql.atOrNull(draft.dueAt()))
        .param("nothing", draft.nothingMore())
        .param("id", id)
        .update();
  }

  /** Exactly these; none is ready before the round is sent. */
  void choose(long id, Collection<Long> cases) {
    sql.sql("delete from reply_round_case where round_id = :id and case_id <> all(:cases)")
        .param("id", id)
        .param("cases", cases.toArray(Long[]::new))
        .update();
    sql.sql(
            """
            insert into reply_round_case (round_id, case_id, seen, ready_at)
            select :id, c.id, coalesce((select max(m.id) from messages_v_message m
              where m.about_kind = 'case' and m.about_id = c.id), 0), 'infinity'
            from amends_case c where c.id = any(:cases)
            on conflict (round_id, case_id) do update set seen = excluded.seen
            """)
        .param("id", id)
        .param("cases", cases.toArray(Long[]::new))
        .update();
  }

  /**
   * @throws NotFound unless it is the viewer's own
   */
  Round get(long id, Viewer viewer) {
    return own(id, viewer, "");
  }

  Round lock(long id, Viewer viewer) {
    return own(id, viewer, " for update");
  }

  private Round own(long id, Viewer viewer, String lock) {
    return sql.sql("select * from reply_round where id = :id and person_id = :me" + lock)
        .param("id", id)
        .param("me", viewer.id())
        .query(RoundRows::round)
        .optional()
        .orElseThrow(() -> new NotFound(NONE));
  }

  /** Shared, so that taking back waits for what is being sent, and the other way round. */
  Round sharing(long rowId) {
    return sql.sql(
            """
            select r.* from reply_round r join reply_round_case c on c.round_id = r.id
            where c.id = :id for share of r
            """)
        .param("id", rowId)
        .query(RoundRows::round)
        .single();
  }

  void send(long id, Instant now, Instant readyAt) {
    sql.sql(
            """
            with sent as (update reply_round set sent_at = :now where id = :id)
            update reply_round_case set ready_at = :ready where round_id = :id
            """)
        .param("now", Sql.at(now))
        .param("ready", Sql.at(readyAt))
        .param("id", id)
        .update();
  }

  /**
   * @return how many replies will not be written any more
   */
  int stop(long id, Instant now) {
    sql.sql("update reply_round set undone_at = :now where id = :id")
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
    return sql.sql(
            """
            update reply_round_case set done_at = :now, leased_until = null,
              skipped = 'cases.round.skip.undone'
            where round_id = :id and done_at is null
            """)
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
  }

  record Row(long caseId, long seen) {}

  Row row(long rowId) {
    return sql.sql("select case_id, seen from reply_round_case where id = :id")
        .param("id", rowId)
        .query((rs, n) -> new Row(rs.getLong("case_id"), rs.getLong("seen")))
        .single();
  }

  List<Round.Part> parts(long id) {
    return sql.sql(
            """
            select r.case_id, c.subject, k.name, r.message_id, r.skipped,
              r.done_at is not null as done,
              exists (select from messages_v_message m where m.id = r.message_id
                and m.not_sent = 'messages.not-sent.taken-back') as back
            from reply_round_case r join amends_case c on c.id = r.case_id
            join customers_v_customer k on k.id = c.customer_id
            where r.round_id = :id order by r.case_id
            """)
        .param("id", id)
        .query((rs, n) ->
            new Round.Part(
                rs.getLong("case_id"),
                rs.getString("subject"),
                rs.getString("name"),
                Sql.longOrNull(rs, "message_id"),
                rs.getString("skipped"),
                rs.getBoolean("done"),
                rs.getBoolean("back")))
        .list();
  }

  private static Round round(ResultSet rs, int n) throws SQLException {
    return new Round(
        rs.getLong("id"),
        rs.getLong("person_id"),
        new Draft(
            rs.getString("words"),
            rs.getString("next_words"),
            Sql.instantOrNull(rs, "next_due_at"),
            rs.getBoolean("nothing_more")),
        Sql.instant(rs, "made_at"),
        Sql.instantOrNull(rs, "sent_at"),
        Sql.instantOrNull(rs, "undone_at"));
  }
}
