package amends.messages;

import amends.shared.Acts;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has the chat of their matter open just now, and what of it they have been shown. A page that
 * vanishes is forgotten after a while. Nothing for figures, and no history.
 */
@Component
public final class Chats {
  /** What stands for an address: they are written to where they are. */
  public static final String PAGE = "page";

  /** A page with a program in it says so again long before. */
  public static final Duration LIVE = Duration.ofSeconds(40);

  /** A page without one says so with each word that is sent from it. */
  public static final Duration PLAIN = Duration.ofMinutes(3);

  private static final String WAITS =
      "d.ready_at > :now and d.done_at is null and d.trouble is null and d.attempts = 0";

  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;

  Chats(JdbcClient sql, InstantSource clock, Acts acts) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
  }

  /**
   * They have it open.
   *
   * @param seen the newest message that stands there
   */
  public void here(Subject about, long seen, Duration lease) {
    Instant now = clock.instant();
    acts.run(() -> {
      sql.sql("delete from chat_presence where until_at < :old")
          .param("old", Sql.at(now.minus(FORGOTTEN)))
          .update();
      sql.sql(
              """
              insert into chat_presence (about_kind, about_id, seen, until_at)
              values (:kind, :about, :seen, :until)
              on conflict (about_kind, about_id) do update
              set seen = greatest(chat_presence.seen, excluded.seen),
                until_at = greatest(chat_presence.until_at, excluded.until_at)
              """)
          .param("kind", about.kind())
          .param("about", about.id())
          .param("seen", seen)
          .param("until", Sql.at(now.plus(lease)))
          .update();
    });
  }

  /** They have left; what they were shown is kept for whoever asks. */
  public void gone(Subject about) {
    acts.run(() ->
        sql.sql(
                """
                update chat_presence set until_at = :now
                where about_kind = :kind and about_id = :about and until_at > :now
                """)
            .param("now", Sql.at(clock.instant()))
            .param("kind", about.kind())
            .param("about", about.id())
            .update());
  }

  public boolean isThere(Subject about) {
    return sql.sql(
            """
            select exists (select from chat_presence
              where about_kind = :kind and about_id = :about and until_at > :now)
            """)
        .param("kind", about.kind())
        .param("about", about.id())
        .param("now", Sql.at(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /** The newest message that they were shown. */
  public OptionalLong seen(Subject about) {
    return sql.sql("select seen from chat_presence where about_kind = :kind and about_id = :about")
        .param("kind", about.kind())
        .param("about", about.id())
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** The newest message of a matter that has left us or come in; 0 when there is none. */
  public long newest(Subject about) {
    return sql.sql(
            """
            select coalesce(max(m.id), 0) from message m
            where m.about_kind = :kind and m.about_id = :about and m.not_sent is null
              and not exists (select from delivery d where d.message_id = m.id and %s)
            """
                .formatted(WAITS))
        .param("kind", about.kind())
        .param("about", about.id())
        .param("now", Sql.at(clock.instant()))
        .query(Long.class)
        .single();
  }

  /** What can still be taken back; what was tried once and waits to be tried again has left. */
  public Set<Long> waiting(Subject about) {
    return new HashSet<>(
        sql.sql(
                """
                select m.id from message m join delivery d on d.message_id = m.id
                where m.about_kind = :kind and m.about_id = :about and %s
                """
                    .formatted(WAITS))
            .param("kind", about.kind())
            .param("about", about.id())
            .param("now", Sql.at(clock.instant()))
            .query(Long.class)
            .list());
  }
}
