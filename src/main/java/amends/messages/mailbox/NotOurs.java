package amends.messages.mailbox;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose mail stays in the mailboxes, because a colleague said that it is not for us. */
@Component
public final class NotOurs {
  private static final int MOST = 500;

  private final JdbcClient sql;
  private final Acts acts;
  private final Journal journal;
  private final InstantSource clock;

  NotOurs(JdbcClient sql, Acts acts, Journal journal, InstantSource clock) {
    this.sql = sql;
    this.acts = acts;
    this.journal = journal;
    this.clock = clock;
  }

  /** By what mail is left alone. */
  public enum Mark {
    SENDER,
    LIST
  }

  public record Note(long id, Mark mark, String value, Instant notedAt, long notedBy) {}

  /** In the caller's act or in one of its own; what was noted before stays as it is. */
  public void note(Mark mark, String value, Actor by) {
    acts.run(() ->
        sql.sql(
                """
                insert into not_ours (mark, value, noted_at, noted_by)
                values (:mark, :value, :now, :by) on conflict do nothing returning id
                """)
            .param("mark", word(mark))
            .param("value", value.strip().toLowerCase(Locale.ROOT))
            .param("now", Sql.at(clock.instant()))
            .param("by", by.id())
            .query(Long.class)
            .optional()
            .ifPresent(id ->
                journal.record(
                    "mailbox.not_ours",
                    Subject.of("not_ours", id),
                    by,
                    Map.of("mark", word(mark)))));
  }

  /** From now on it is taken again. */
  public void forget(long id, Actor by) {
    acts.run(() -> {
      Subject what = Subject.of("not_ours", id);
      int gone = sql.sql("delete from not_ours where id = :id").param("id", id).update();
      if (gone == 0) {
        throw new NotFound(what);
      }
      journal.record("mailbox.ours_again", what, by, Map.of());
    });
  }

  public List<Note> all() {
    return sql.sql("select * from not_ours order by noted_at desc, id desc limit :most")
        .param("most", MOST)
        .query((rs, n) ->
            new Note(
                rs.getLong("id"),
                Mark.valueOf(rs.getString("mark").toUpperCase(Locale.ROOT)),
                rs.getString("value"),
                Sql.instant(rs, "noted_at"),
                rs.getLong("noted_by")))
        .list();
  }

  boolean covers(String sender, @Nullable String list) {
    return sql.sql(
            """
            select exists (select from not_ours
              where mark = 'sender' and value = :sender or mark = 'list' and value = :list)
            """)
        .param("sender", sender)
        .param("list", list)
        .query(Boolean.class)
        .single();
  }

  private static String word(Mark mark) {
    return mark.name().toLowerCase(Locale.ROOT);
  }
}
