package amends.messages;

import amends.shared.Acts;
import amends.shared.Retained;
import amends.shared.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raw mail, as it came over the wire. What was read from it, the letter and its files, stays where
 * it was filed.
 */
@Component
final class RawRetained implements Retained {
  private static final String OLDER =
      """
      select i.id from inbound i left join message m on m.id = i.filed_message_id
      where i.received_at < :than and i.done_at is not null
        and i.sha256 <> sha256(cast('' as bytea))
        and not exists (select from held_mail h where h.id = i.held_mail_id and h.decided_at is null)
        and not exists (
          select from customers_v_hold k left join customers_v_customer x on x.id = m.customer_id
          where k.subject_kind = m.about_kind and k.subject_id = m.about_id
            or k.subject_kind = 'customer' and k.subject_id in (x.id, x.merged_into))
      order by i.received_at, i.id limit :most
      """;

  private final JdbcClient sql;
  private final Acts acts;
  private final Blobs blobs;

  RawRetained(JdbcClient sql, Acts acts, Blobs blobs) {
    this.sql = sql;
    this.acts = acts;
    this.blobs = blobs;
  }

  @Override
  public String kind() {
    return "raw";
  }

  /** Two years: long enough to look up how something came. A house rule. */
  @Override
  public int days() {
    return 730;
  }

  /** As many as one run takes at most. */
  @Override
  public long older(Instant than) {
    return sql.sql("select count(*) from (%s) as old".formatted(OLDER))
        .param("than", Sql.at(than))
        .param("most", 100_000)
        .query(Long.class)
        .single();
  }

  @Override
  public int forget(Instant than, int most) {
    return acts.call(() -> {
      blobs.keep(new byte[0]);
      List<Long> ids =
          sql.sql(OLDER).param("than", Sql.at(than)).param("most", most).query(Long.class).list();
      // The numbers stay apart: no two mails without bytes may look like the same one.
      List<String> bytes =
          sql.sql(
                  """
                  with old as (select id, sha256 from inbound where id = any(:ids))
                  update inbound i set sha256 = sha256(cast('' as bytea)), message_id = '[…]' || i.id,
                    caller_address = null, caller_helo = null
                  from old where old.id = i.id returning encode(old.sha256, 'hex')
                  """)
              .param("ids", ids.toArray(Long[]::new))
              .query(String.class)
              .list();
      blobs.forget(bytes);
      return ids.size();
    });
  }
}
