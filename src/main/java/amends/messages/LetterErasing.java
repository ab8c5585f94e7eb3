package amends.messages;

import amends.customers.Wiping;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes messages unreadable, down to the bytes that came over the wire. */
@Component
final class LetterErasing {
  private final JdbcClient sql;
  private final Blobs blobs;

  LetterErasing(JdbcClient sql, Blobs blobs) {
    this.sql = sql;
    this.blobs = blobs;
  }

  void erase(Wiping wiping) {
    List<Long> messages =
        wiping.ids(
            """
            select m.id from message m
            where m.customer_id = any(:customers)
              or m.about_kind = 'case' and m.about_id = any(:cases)
            order by m.id for update
            """);
    List<Long> held = wiping.ids(HELD);
    List<Long> inbound = inbound(wiping, messages, held);
    List<String> bytes = bytes(messages, inbound);
    letters(wiping, messages);
    arrivals(wiping, inbound, held);
    wiping.run(
        "caught_mail",
        """
        delete from caught_mail where exists (
          select from unnest(cast(:addresses as text[])) as a(address)
          where a.address like '%@%' and (position(a.address in lower(envelope_to)) > 0
            or lower(envelope_from) = a.address
            or position(convert_to(a.address, 'UTF8') in raw) > 0))
        """);
    wiping.run(
        "broadcast_person",
        """
        update broadcast_person set own = null,
          address = case when address is not null then :gone end
        where customer_id = any(:customers)
        """);
    wiping.run(
        "broadcast_named",
        """
        delete from broadcast_named where lower(given) = any(:addresses)
          or given = any(cast(cast(:customers as bigint[]) as text[]))
          or given in (select external_id from customers_v_customer where id = any(:customers))
        """);
    wiping.run(
        "notice",
        "update notice set words = :gone where about_kind = 'case' and about_id = any(:cases)");
    wiping.count("blob", blobs.forget(bytes));
  }

  private static final String HELD =
      """
      select h.id from held_mail h join inbound i on i.id = h.inbound_id
      where h.about_kind = 'case' and h.about_id = any(:cases)
        or lower(i.envelope_from) = any(:addresses)
        or exists (select from unnest(cast(:addresses as text[])) as a(address)
          where a.address like '%@%' and position(a.address in lower(h.sender)) > 0)
      """;

  /** Arrivals that were filed among these messages or held, and what came a second time. */
  private List<Long> inbound(Wiping wiping, List<Long> messages, List<Long> held) {
    List<Long> from =
        wiping.ids("select i.id from inbound i where lower(i.envelope_from) = any(:addresses)");
    return sql.sql(
            """
            with theirs as (
              select i.id from inbound i where i.id = any(:from)
                or i.filed_message_id = any(:messages) or i.held_mail_id = any(:held)
              union select m.inbound_id from message m
                where m.id = any(:messages) and m.inbound_id is not null
              union select h.inbound_id from held_mail h where h.id = any(:held))
            select id from theirs
            union select i.id from inbound i join theirs on i.same_id_as = theirs.id
            """)
        .param("from", from.toArray(Long[]::new))
        .param("messages", messages.toArray(Long[]::new))
        .param("held", held.toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  private List<String> bytes(List<Long> messages, List<Long> inbound) {
    return sql.sql(
            """
            select encode(sha256, 'hex') from attachment where message_id = any(:messages)
            union select encode(sha256, 'hex') from inbound where id = any(:inbound)
            """)
        .param("messages", messages.toArray(Long[]::new))
        .param("inbound", inbound.toArray(Long[]::new))
        .query(String.class)
        .list();
  }

  private void letters(Wiping wiping, List<Long> messages) {
    blobs.keep(new byte[0]);
    wiping.run(
        "attachment",
        """
        update attachment set name = :gone, content_id = null, size = 0,
          sha256 = sha256(cast('' as bytea))
        where message_id = any(:ids)
        """,
        messages);
    // Addresses stay apart: no letter may stand for another one's acknowledgement.
    wiping.run(
        "message",
        """
        update message set address = :gone || id, name = '', subject = :gone, body = :gone,
          html = null, reply_text = case when reply_text = '' then '' else :gone end,
          in_reply_to = null, provider_ref = null, next_words = case when next_words is not null then :gone end,
          rfc_id = case when direction = 'in' then :gone || id else rfc_id end
        where id = any(:ids)
        """,
        messages);
    wiping.run(
        "message",
        """
        update message set address = :gone || id, name = ''
        where lower(address) = any(:addresses)
        """);
    wiping.run(
        "delivery",
        """
        update delivery set address = :gone, last_reply = null, trouble = null, provider_ref = null,
          failed_why = case when failed_why is not null then :gone end
        where message_id = any(:ids) or customer_id = any(:customers)
        """,
        messages);
  }

  private void arrivals(Wiping wiping, List<Long> inbound, List<Long> held) {
    wiping.run(
        "held_mail",
        """
        update held_mail set detail = '', sender = :gone, subject = :gone,
          dismissal = case when dismissal is not null then :gone end
        where id = any(:ids)
        """,
        held);
    wiping.run(
        "inbound",
        """
        update inbound set message_id = :gone || id, envelope_from = :gone, proof = null, spf = null,
          caller_address = null, caller_helo = null,
          envelope_to = array_fill(cast(:gone as text), array[cardinality(envelope_to)]),
          trouble = null, sha256 = sha256(cast('' as bytea)), gist = null
        where id = any(:ids)
        """,
        inbound);
    wiping.run(
        "not_ours",
        "delete from not_ours where mark = 'sender' and lower(value) = any(:addresses)");
  }
}
