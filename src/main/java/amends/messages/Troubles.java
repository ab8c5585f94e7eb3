package amends.messages;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Channels that are in trouble themselves: nobody is told over e-mail that their e-mail does not
 * arrive. Said by a colleague, or by a room above for an incident, and always with an end.
 */
@Component
public final class Troubles {
  private static final int LONGEST = 200;
  private static final Duration A_MATTER = Duration.ofDays(3650);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;

  Troubles(JdbcClient sql, InstantSource clock, Acts acts, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
  }

  /**
   * A channel that is avoided.
   *
   * @param brandId null for all brands
   */
  public record Trouble(
      long id, Medium medium, @Nullable Long brandId, String words, Instant from, Instant until) {}

  /**
   * @throws Refusal of the fields {@code words} or {@code until}
   */
  public long avoid(Medium medium, @Nullable Long brandId, String words, Instant until, Actor by) {
    String why = Plain.line(words, LONGEST);
    if (why.isEmpty()) {
      throw new Refusal("words", "messages.trouble.words");
    }
    Instant now = clock.instant();
    if (!until.isAfter(now)) {
      throw new Refusal("until", "messages.trouble.until");
    }
    return acts.call(() -> {
      long id =
          sql.sql(
                  """
                  insert into channel_trouble (channel, brand_id, words, from_at, until_at)
                  values (:channel, :brand, :words, :now, :until) returning id
                  """)
              .param("channel", medium.code())
              .param("brand", brandId)
              .param("words", why)
              .param("now", Sql.at(now))
              .param("until", Sql.at(until))
              .query(Long.class)
              .single();
      journal.record(
          "channel.avoided",
          Subject.of("channel_trouble", id),
          by,
          Map.of("channel", medium.code(), "until", until.toString()));
      return id;
    });
  }

  public void end(long id, Actor by) {
    acts.run(() -> {
      int ended =
          sql.sql(
                  """
                  update channel_trouble set ended_at = :now
                  where id = :id and ended_at is null and until_at > :now
                  """)
              .param("id", id)
              .param("now", Sql.at(clock.instant()))
              .update();
      if (ended > 0) {
        journal.record("channel.used_again", Subject.of("channel_trouble", id), by);
      }
    });
  }

  /** Those that stand now, the first to end first. */
  public List<Trouble> standing() {
    return sql.sql(
            """
            select id, channel, brand_id, words, from_at, until_at from channel_trouble
            where ended_at is null and until_at > :now and about_id is null order by until_at, id
            """)
        .param("now", Sql.at(clock.instant()))
        .query((rs, n) ->
            new Trouble(
                rs.getLong("id"),
                Medium.of(rs.getString("channel")),
                Sql.longOrNull(rs, "brand_id"),
                rs.getString("words"),
                Sql.instant(rs, "from_at"),
                Sql.instant(rs, "until_at")))
        .list();
  }

  /**
   * Avoided in one matter until it is used again: what went wrong there is the channel itself. No
   * words are kept with it.
   */
  public void avoid(Medium medium, Subject about, Actor by) {
    acts.run(() -> {
      if (inMatter(about).contains(medium)) {
        return;
      }
      Instant now = clock.instant();
      long id =
          sql.sql(
                  """
                  insert into channel_trouble (channel, words, from_at, until_at, about_kind, about_id)
                  values (:channel, '', :now, :until, :kind, :about) returning id
                  """)
              .param("channel", medium.code())
              .param("now", Sql.at(now))
              .param("until", Sql.at(now.plus(A_MATTER)))
              .param("kind", about.kind())
              .param("about", about.id())
              .query(Long.class)
              .single();
      journal.record(
          "channel.avoided",
          Subject.of("channel_trouble", id),
          by,
          Map.of("channel", medium.code(), "about", about.id()));
    });
  }

  /** Used again in that matter. */
  public void use(Medium medium, Subject about, Actor by) {
    sql.sql(
            """
            select id from channel_trouble where channel = :channel and about_kind = :kind
              and about_id = :about and ended_at is null and until_at > :now
            """)
        .param("channel", medium.code())
        .param("kind", about.kind())
        .param("about", about.id())
        .param("now", Sql.at(clock.instant()))
        .query(Long.class)
        .list()
        .forEach(id -> end(id, by));
  }

  /** What is avoided in one matter alone. */
  public List<Medium> inMatter(Subject about) {
    return sql.sql(
            """
            select distinct channel from channel_trouble
            where about_kind = :kind and about_id = :about and ended_at is null and until_at > :now
            """)
        .param("kind", about.kind())
        .param("about", about.id())
        .param("now", Sql.at(clock.instant()))
        .query((rs, n) -> Medium.of(rs.getString("channel")))
        .list();
  }
}
