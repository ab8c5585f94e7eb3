package amends.promises;

import amends.messages.broadcast.WordGiven.Standing;
import amends.shared.Actor;
import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What broadcasts promised, in the ledger: many at a time. */
@Component
final class ToManyRows {
  private final JdbcClient sql;

  ToManyRows(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * What a broadcast says happens next.
   *
   * @param words null for nothing more
   * @param family the one whose promise it keeps or moves, with its corrections and those that it
   *     had moved itself; empty for none
   * @param moves whether it moves what they promised
   */
  record Word(
      long broadcast,
      @Nullable String words,
      @Nullable Instant dueAt,
      @Nullable Long team,
      Actor by,
      List<Long> family,
      boolean moves) {}

  /** Empty where a broadcast neither promises anything nor is about an earlier promise. */
  Optional<Word> word(long broadcast) {
    return sql.sql(
            """
            with recursive family as (
              select o.id, o.earlier_id, o.corrects_id from messages_v_broadcast b
              join messages_v_broadcast o on o.id = b.earlier_id where b.id = :id
              union
              select o.id, o.earlier_id, o.corrects_id from messages_v_broadcast o
              join family f on o.id in (f.earlier_id, f.corrects_id) or o.corrects_id = f.id)
            select b.*, array(select id from family where id <> b.id order by id) as family
            from messages_v_broadcast b
            where b.id = :id and (b.next_words is not null or b.earlier_id is not null)
            """)
        .param("id", broadcast)
        .query(ToManyRows::word)
        .optional();
  }

  private static Word word(ResultSet rs, int n) throws SQLException {
    return new Word(
        rs.getLong("id"),
        rs.getString("next_words"),
        Sql.instantOrNull(rs, "next_due_at"),
        Sql.longOrNull(rs, "next_team_id"),
        new Actor(rs.getString("started_by_kind"), rs.getLong("started_by_id")),
        List.of((Long[]) rs.getArray("family").getArray()),
        "moved".equals(rs.getString("earlier_how")));
  }

  /**
   * Somebody who was told.
   *
   * @param card one of their cards, of which a person who was merged has several
   */
  record Told(long delivery, long customer, long card) {}

  List<Told> told(Collection<Long> deliveries) {
    return sql.sql(
            """
            select d.id, d.customer_id, s.card
            from messages_v_delivery d join customers_v_customer c on c.id = d.customer_id
            cross join lateral (
              select c.id as card union select c.merged_into where c.merged_into is not null
              union select o.id from customers_v_customer o
              where o.merged_into = coalesce(c.merged_into, c.id)) s
            where d.id = any(:deliveries) order by d.id, s.card
            """)
        .param("deliveries", deliveries.toArray(Long[]::new))
        .query((rs, n) -> new Told(rs.getLong(1), rs.getLong(2), rs.getLong(3)))
        .list();
  }

  /** They were told another moment before the first one. */
  List<Promise> moved(Word word, List<Told> told, Instant now) {
    return ended("moved_at = :now", "due_at > :now and " + PromiseRows.OWED, word, told, now);
  }

  /** They have heard what was promised: in time, or late. */
  List<Promise> kept(Word word, List<Told> told, Instant now) {
    return ended(PromiseRows.KEEP, PromiseRows.OPEN, word, told, now);
  }

  private List<Promise> ended(String how, String which, Word word, List<Told> told, Instant now) {
    return sql.sql(
            """
            update promise p set evidence_kind = 'delivery', evidence_id = a.delivery, %s
            from unnest(cast(:cards as bigint[]), cast(:deliveries as bigint[])) as a(card, delivery)
            where %s and p.subject_kind = 'broadcast' and p.subject_id = any(:family)
              and p.customer_id = a.card
            returning p.*
            """
                .formatted(how, which))
        .param("cards", told.stream().map(Told::card).toArray(Long[]::new))
        .param("deliveries", told.stream().map(Told::delivery).toArray(Long[]::new))
        .param("family", word.family().toArray(Long[]::new))
        .param("now", Sql.at(now))
        .query(PromiseRows.PROMISE)
        .list();
  }

  /**
   * A promise to each who was told and has none from it yet.
   *
   * @param follows the promise that it stands for, by customer
   */
  List<Promise> make(Word word, Map<Long, @Nullable Long> follows, Instant now) {
    String words = Objects.requireNonNull(word.words());
    Instant due = Objects.requireNonNull(word.dueAt());
    return sql.sql(
            """
            insert into promise (subject_kind, subject_id, customer_id, kind, words, due_at, warn_at,
              owner_team, made_at, made_by_kind, made_by_id, follows_id)
            select 'broadcast', :broadcast, a.customer, 'contact', :words, :due, :warn, :team, :now,
              :byKind, :byId, a.follows
            from unnest(cast(:customers as bigint[]), cast(:follows as bigint[])) as a(customer, follows)
            where not exists (select from promise q where q.subject_kind = 'broadcast'
              and q.subject_id = :broadcast and q.customer_id = a.customer)
            returning *
            """)
        .param("broadcast", word.broadcast())
        .param("words", words)
        .param("due", Sql.at(due))
        .param("warn", Sql.at(Promise.warnAt(now, due)))
        .param("team", word.team())
        .param("now", Sql.at(now))
        .param("byKind", word.by().kind())
        .param("byId", word.by().id())
        .param("customers", follows.keySet().toArray(Long[]::new))
        .param("follows", follows.values().toArray(Long[]::new))
        .query(PromiseRows.PROMISE)
        .list();
  }

  /** What a delivery promised that did not get there after all, where it is still owed. */
  List<Long> unheard(long broadcast, long delivery) {
    return sql.sql(
            """
            select p.id from promise p join messages_v_delivery d on d.customer_id = p.customer_id
            where d.id = :delivery and p.subject_kind = 'broadcast' and p.subject_id = :broadcast
              and kept_at is null and moved_at is null and agreed_at is null and released_at is null
              and broken_at is null
            """)
        .param("delivery", delivery)
        .param("broadcast", broadcast)
        .query(Long.class)
        .list();
  }

  Standing standing(long broadcast) {
    return sql.sql(
            """
            select count(*) filter (where %s) as owed, count(kept_at) as kept,
              count(moved_at) as moved, count(released_at) as released,
              count(*) filter (where broken_at is not null and made_good_at is null) as broken,
              count(made_good_at) as made_good
            from promise where subject_kind = 'broadcast' and subject_id = :id
            """
                .formatted(PromiseRows.OWED))
        .param("id", broadcast)
        .query((rs, n) ->
            new Standing(
                rs.getInt("owed"),
                rs.getInt("kept"),
                rs.getInt("moved"),
                rs.getInt("released"),
                rs.getInt("broken"),
                rs.getInt("made_good")))
        .single();
  }
}
