package amends.messages;

import amends.customers.Holdings;
import amends.customers.Obstacle;
import amends.customers.Telling;
import amends.customers.Traces;
import amends.customers.Wiping;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages from them, to them and in their cases, with the raw mail and the files. */
@Component
@Order(30)
final class LetterHoldings implements Holdings {
  private final JdbcClient sql;
  private final LetterErasing erasing;

  LetterHoldings(JdbcClient sql, LetterErasing erasing) {
    this.sql = sql;
    this.erasing = erasing;
  }

  @Override
  public String room() {
    return "messages";
  }

  @Override
  public List<Obstacle> obstacles(Traces traces) {
    List<Obstacle> found = new ArrayList<>();
    found.addAll(
        Obstacle.of(
            "held",
            ids(
                traces,
                """
                select h.id from held_mail h join inbound i on i.id = h.inbound_id
                where h.decided_at is null
                  and (h.about_kind = 'case' and h.about_id = any(:cases)
                    or lower(i.envelope_from) = any(:addresses) or lower(h.sender) = any(:addresses))
                order by h.id
                """)));
    found.addAll(
        Obstacle.of(
            "mail",
            ids(
                traces,
                """
                select d.message_id from delivery d join message m on m.id = d.message_id
                where d.done_at is null and not d.mass and (d.customer_id = any(:customers)
                  or m.about_kind = 'case' and m.about_id = any(:cases))
                union all
                select i.id from inbound i
                where i.done_at is null and lower(i.envelope_from) = any(:addresses)
                """)));
    return found;
  }

  private List<Long> ids(Traces traces, String query) {
    return sql.sql(query)
        .param("customers", traces.customers().toArray(Long[]::new))
        .param("cases", traces.of("case").toArray(Long[]::new))
        .param("addresses", traces.addresses().toArray(String[]::new))
        .query(Long.class)
        .list();
  }

  @Override
  public List<String> others(Traces traces) {
    return sql.sql(
            """
            select distinct name from message
            where about_kind = 'case' and about_id = any(:cases) and direction = 'in'
              and customer_id <> all(:customers) and name <> ''
            """)
        .param("customers", traces.customers().toArray(Long[]::new))
        .param("cases", traces.of("case").toArray(Long[]::new))
        .query(String.class)
        .list();
  }

  @Override
  public void tell(Traces traces, Telling to) {
    to.rows(
        "message",
        """
        select m.id, m.direction, m.channel, m.about_kind, m.about_id, m.occurred_at, m.subject,
          case when m.direction = 'out' or m.customer_id = any(:customers)
            then m.address else :gone end as address,
          case when m.direction = 'out' or m.customer_id = any(:customers)
            then m.name else :gone end as name,
          m.body, m.next_words, m.next_due_at
        from message m
        where m.customer_id = any(:customers)
          or m.about_kind = 'case' and m.about_id = any(:cases)
        order by m.occurred_at, m.id
        """);
    to.rows(
        "delivery",
        """
        select d.message_id, d.channel, d.address, d.created_at, d.accepted_at, d.failed_at
        from delivery d where d.customer_id = any(:customers) order by d.id
        """);
    to.rows(
        "broadcast",
        """
        select b.id, b.purpose, coalesce(m.subject, b.subject) as subject, coalesce(m.body, b.body) as body,
          p.channel, p.address, p.own, b.started_at, p.left_out
        from broadcast_person p join broadcast b on b.id = p.broadcast_id
        left join message m on m.id = b.message_id
        where p.customer_id = any(:customers) order by b.id
        """);
    files(traces, to);
  }

  /** Files and raw mails that came from them, and files that went to them. */
  private void files(Traces traces, Telling to) {
    sql.sql(
            """
            select 'mail-' || m.id || '.eml' as name, b.content
            from message m join inbound i on i.filed_message_id = m.id join blob b on b.sha256 = i.sha256
            where m.customer_id = any(:customers) and m.direction = 'in'
            union all
            select 'file-' || a.id || '-' || a.name, b.content
            from message m join attachment a on a.message_id = m.id join blob b on b.sha256 = a.sha256
            where m.customer_id = any(:customers)
            """)
        .param("customers", traces.customers().toArray(Long[]::new))
        .query(rs -> {
          to.file(rs.getString("name"), rs.getBytes("content"));
        });
  }

  @Override
  public void erase(Traces traces, Wiping wiping) {
    erasing.erase(wiping);
  }
}
