package amends.messages;

import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What colleagues carry, as rows; the words and the address are the message's. */
@Component
final class ErrandRows {
  private static final String ALL =
      """
      select e.id, e.delivery_id, d.message_id, d.channel, m.about_kind, m.about_id, d.customer_id,
        m.brand_id, e.reference, d.address, m.subject, m.body, e.from_at, e.tries, e.batch_id,
        d.accepted_at, d.failed_at, d.suppressed_why, c.name, c.kind = 'company' as company,
        b.id as broadcast_id, p.case_id, p.own
      from errand e join delivery d on d.id = e.delivery_id join message m on m.id = d.message_id
      left join customers_v_customer c on c.id = d.customer_id
      left join broadcast b on d.mass and b.message_id = m.id
      left join broadcast_person p on p.broadcast_id = b.id and p.customer_id = d.customer_id
      """;

  /** What rests or was stopped is carried by nobody. */
  private static final String GOES =
      """
       (b.id is null or num_nonnulls(b.paused_at, b.superseded_at, b.cancelled_at) = 0
        and b.leaves_at <= :now and (b.next_due_at is null or b.next_due_at > :now))
      """;

  private final JdbcClient sql;
  private final InstantSource clock;

  ErrandRows(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  long add(DeliveryLaid laid) {
    return sql.sql(
            """
            insert into errand (delivery_id, reference, from_at)
            values (:delivery, :reference, :from) returning id
            """)
        .param("delivery", laid.deliveryId())
        .param("reference", References.of(laid.deliveryId()))
        .param("from", Sql.at(laid.from()))
        .query(Long.class)
        .single();
  }

  /** What is still to be done: what concerns one person, the earliest first, then one of many. */
  List<Errand> open(int most) {
    return open("", most);
  }

  /** The same without letters to many, which are printed together. */
  List<Errand> tasks(int most) {
    return open(" and not (d.mass and d.channel = 'letter')", most);
  }

  private List<Errand> open(String also, int most) {
    return sql.sql(
            ALL
                + " where e.done_at is null and d.done_at is null and"
                + GOES
                + also
                + " order by d.mass, e.from_at, e.id limit :most")
        .param("now", Sql.at(clock.instant()))
        .param("most", most)
        .query(ErrandRows::errand)
        .list();
  }

  Optional<Errand> find(long id) {
    return sql.sql(ALL + " where e.id = :id").param("id", id).query(ErrandRows::errand).optional();
  }

  Optional<Errand> byReference(String reference) {
    return sql.sql(ALL + " where e.reference = :reference")
        .param("reference", reference)
        .query(ErrandRows::errand)
        .optional();
  }

  void lock(long id) {
    sql.sql("select id from errand where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
  }

  void done(long id, Instant now) {
    sql.sql("update errand set done_at = coalesce(done_at, :now) where id = :id")
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
  }

  void again(long id, Instant from) {
    sql.sql("update errand set tries = tries + 1, from_at = :from where id = :id")
        .param("from", Sql.at(from))
        .param("id", id)
        .update();
  }

  long batch(List<Long> errands, long by, Instant now) {
    long id =
        sql.sql(
                """
                insert into print_batch (made_by, made_at, letters) values (:by, :now, :letters)
                returning id
                """)
            .param("by", by)
            .param("now", Sql.at(now))
            .param("letters", errands.size())
            .query(Long.class)
            .single();
    sql.sql("update errand set batch_id = :batch where id = any(:ids)")
        .param("batch", id)
        .param("ids", errands.toArray(Long[]::new))
        .update();
    return id;
  }

  List<Errand> ofBatch(long batch) {
    return sql.sql(ALL + " where e.batch_id = :batch order by e.id")
        .param("batch", batch)
        .query(ErrandRows::errand)
        .list();
  }

  /** The last print runs, the newest first. */
  List<Errands.Batch> batches(int most) {
    return sql.sql(
            """
            select b.id, b.made_at, b.letters, count(e.id) filter (where e.done_at is null) as open
            from print_batch b left join errand e on e.batch_id = b.id
            group by b.id order by b.id desc limit :most
            """)
        .param("most", most)
        .query((rs, n) ->
            new Errands.Batch(
                rs.getLong("id"),
                Sql.instant(rs, "made_at"),
                rs.getInt("letters"),
                rs.getInt("open")))
        .list();
  }

  private static Errand errand(ResultSet rs, int n) throws SQLException {
    return new Errand(
        rs.getLong("id"),
        rs.getLong("delivery_id"),
        rs.getLong("message_id"),
        Medium.of(rs.getString("channel")),
        Subject.of(rs.getString("about_kind"), rs.getLong("about_id")),
        rs.getLong("customer_id"),
        rs.getLong("brand_id"),
        rs.getString("reference"),
        rs.getString("address"),
        filled(rs, rs.getString("subject")),
        filled(rs, rs.getString("body")),
        Sql.instant(rs, "from_at"),
        rs.getInt("tries"),
        Sql.longOrNull(rs, "batch_id"),
        Sql.instantOrNull(rs, "accepted_at"),
        Sql.instantOrNull(rs, "failed_at"),
        rs.getString("suppressed_why"),
        many(rs));
  }

  private static Errand.@Nullable Many many(ResultSet rs) throws SQLException {
    Long broadcast = Sql.longOrNull(rs, "broadcast_id");
    return broadcast == null ? null : new Errand.Many(broadcast, Sql.longOrNull(rs, "case_id"));
  }

  /** What goes to many names whom it is for. */
  private static String filled(ResultSet rs, String words) throws SQLException {
    return rs.getObject("broadcast_id") != null && rs.getString("name") != null
        ? Places.fill(
            words,
            MassWriting.values(rs.getString("name"), rs.getBoolean("company"), rs.getString("own")))
        : words;
  }
}
