package amends.messages.broadcast;

import amends.messages.broadcast.Broadcast.Ways;
import amends.shared.Actor;
import amends.shared.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the list of one broadcast: a statement over whoever the audience names, each person once
 * however many cards they have, with the way and the address at which they are written to.
 */
@Component
final class Lists {
  private static final String MADE =
      """
      insert into broadcast_person (broadcast_id, no, customer_id, channel, address, left_out,
        case_id, own)
      select :broadcast, row_number() over (order by w.person), w.person, r.channel, r.address,
        case when r.channel is null then 'messages.broadcast.left.no-address' end, w.case_id, w.own
      from (
        select distinct on (c.person) c.person, a.case_id, a.own
        from (%s) a join persons c on c.id = a.customer_id
        order by c.person, a.case_id desc nulls last) w
      left join reached r on r.person = w.person
      where not exists (select from had h where h.person = w.person)
      """;

  /**
   * Whose card is whose, where each is reached best, and who is left out because of an earlier
   * list.
   */
  private static final String WITH =
      """
      with persons as (
        select c.id, coalesce(c.merged_into, c.id) as person, c.preferred_channel
        from customers_v_customer c where c.erased_at is null),
      reached as (
        select distinct on (p.person) p.person, k.channel, k.address
        from customers_v_contact k join persons p on p.id = k.customer_id
        where k.dead_at is null and k.channel = any(cast(:channels as text[]))
        order by p.person, k.channel <> coalesce(p.preferred_channel, 'email'),
          array_position(cast(:channels as text[]), k.channel), p.id <> p.person, not k.preferred, k.id),
      had as (
        select distinct p.person from broadcast_person b join persons p on p.id = b.customer_id
        where b.broadcast_id = :without)
      """;

  private final JdbcClient sql;

  Lists(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * The list that somebody wants.
   *
   * @param without who has had this broadcast is left out
   */
  record Wanted(String audience, String asksJson, @Nullable Long without, Actor by) {}

  void asked(long broadcast, Wanted list, Instant now) {
    sql.sql(
            """
            update broadcast set audience = :audience, audience_asks = cast(:asks as jsonb),
              without_id = :without, list_asked_at = :now, list_asked_by_kind = :byKind,
              list_asked_by_id = :by, frozen_at = null, people = null, reachable = null
            where id = :id
            """)
        .param("id", broadcast)
        .param("audience", list.audience())
        .param("asks", list.asksJson())
        .param("without", list.without(), java.sql.Types.BIGINT)
        .param("byKind", list.by().kind())
        .param("by", list.by().id())
        .param("now", Sql.at(now))
        .update();
  }

  /** In one statement, so that nobody who comes or goes meanwhile is on it by halves. */
  void make(long broadcast, Ways ways, Audience.Query who, @Nullable Long without, Instant now) {
    Map<String, Object> params = new HashMap<>(who.params());
    params.put("broadcast", broadcast);
    params.put("without", without == null ? 0L : without);
    params.put("channels", ways.channels().toArray(String[]::new));
    sql.sql("set local statement_timeout = 0").update();
    sql.sql("delete from broadcast_person where broadcast_id = :id")
        .param("id", broadcast)
        .update();
    sql.sql(WITH + MADE.formatted(who.sql())).params(params).update();
    sql.sql(
            """
            update broadcast set frozen_at = :now, (people, reachable) = (
              select count(*), count(channel) from broadcast_person where broadcast_id = :id)
            where id = :id
            """)
        .param("id", broadcast)
        .param("now", Sql.at(now))
        .update();
  }

  /** Of a correction's list, whoever has got the first words after all. */
  void trim(long broadcast, long correctedMessage) {
    sql.sql("set local statement_timeout = 0").update();
    sql.sql(
            """
            delete from broadcast_person p where p.broadcast_id = :id and exists (
              select from delivery d where d.message_id = :message and d.customer_id = p.customer_id
                and (d.accepted_at is not null or d.sending_at is not null))
            """)
        .param("id", broadcast)
        .param("message", correctedMessage)
        .update();
    sql.sql(
            """
            update broadcast set (people, reachable) = (
              select count(*), count(channel) from broadcast_person where broadcast_id = :id)
            where id = :id
            """)
        .param("id", broadcast)
        .update();
  }
}
