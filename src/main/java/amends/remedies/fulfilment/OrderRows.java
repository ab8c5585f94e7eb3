package amends.remedies.fulfilment;

import amends.remedies.NewOrder;
import amends.shared.Money;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders and their tries as rows. */
@Component
final class OrderRows {
  private static final String ALL =
      """
      select id, grant_id, what, amount_minor, currency, customer_id, about_kind, about_id,
        reference, ordered_at
      from fulfilment
      """;
  static final String ATTEMPTS =
      """
      select a.id, a.fulfilment_id, a.connection_id, a.carried_by, a.key, a.made_at, a.called_at,
        a.pending_at, a.person_at, a.person_why, a.their_id, a.outcome, a.outcome_at, a.outcome_by,
        a.elsewhere, a.why, a.evidence, a.attempts, a.ready_at, a.trouble
      from attempt a
      """;

  private final JdbcClient sql;

  OrderRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** Empty when the grant has one already. */
  Optional<Long> add(NewOrder order, Instant now) {
    Money amount = order.amount();
    return sql.sql(
            """
            insert into fulfilment (grant_id, what, amount_minor, currency, customer_id, about_kind,
              about_id, reference, ordered_at)
            values (:grant, :what, :minor, :currency, :customer, :kind, :about, :reference, :now)
            on conflict (grant_id) do nothing returning id
            """)
        .param("grant", order.grantId())
        .param("what", order.kind().name().toLowerCase(Locale.ROOT))
        .param("minor", amount == null ? null : amount.minor())
        .param("currency", amount == null ? null : amount.currency())
        .param("customer", order.customerId())
        .param("kind", order.about().kind())
        .param("about", order.about().id())
        .param("reference", order.reference())
        .param("now", Sql.at(now))
        .query(Long.class)
        .optional();
  }

  /** What the routes ask of a grant: its remedy's code, whether it gives money back, its brand. */
  record Named(@Nullable String remedy, boolean refund, @Nullable Long brandId) {}

  Named named(long grantId) {
    return sql.sql(
            """
            select r.code, g.kind in ('refund', 'part_refund') as refund, g.brand_id from remedy_grant g join remedy r on r.id = g.remedy_id
            where g.id = :grant
            """)
        .param("grant", grantId)
        .query((rs, n) ->
            new Named(
                rs.getString("code"), rs.getBoolean("refund"), Sql.longOrNull(rs, "brand_id")))
        .optional()
        .orElse(new Named(null, false, null));
  }

  /**
   * A try about to be made.
   *
   * @param connectionId by whom, or through whom people did it; null when people do it alone
   * @param by null when the grant itself made it
   * @param readyAt before which nobody is called
   */
  record Fresh(
      long fulfilmentId,
      @Nullable Long connectionId,
      boolean byPeople,
      String key,
      @Nullable Long by,
      Instant now,
      Instant readyAt) {}

  long attempt(Fresh fresh) {
    return sql.sql(
            """
            insert into attempt (fulfilment_id, connection_id, carried_by, key, made_at, made_by,
              ready_at)
            values (:order, :connection, :carrier, :key, :now, :by, :ready) returning id
            """)
        .param("order", fresh.fulfilmentId())
        .param("connection", fresh.connectionId())
        .param("carrier", fresh.byPeople() ? "people" : "program")
        .param("key", fresh.key())
        .param("by", fresh.by())
        .param("now", Sql.at(fresh.now()))
        .param("ready", Sql.at(fresh.readyAt()))
        .query(Long.class)
        .single();
  }

  /** Payments that were named before in the same matter, the last first. */
  List<String> named(Subject about) {
    return sql.sql(
            """
            select reference from fulfilment where about_kind = :kind and about_id = :id
              and what = 'money' order by id desc limit 20
            """)
        .param("kind", about.kind())
        .param("id", about.id())
        .query(String.class)
        .list();
  }

  void refer(long order, String reference) {
    sql.sql("update fulfilment set reference = :reference where id = :id")
        .param("reference", reference)
        .param("id", order)
        .update();
  }

  Optional<Order> ofGrant(long grantId) {
    return sql.sql(ALL + " where grant_id = :grant")
        .param("grant", grantId)
        .query(OrderRows::order)
        .optional()
        .map(order -> order.with(attempts(order.id())));
  }

  /** The same, held until the running act ends, so that two colleagues decide one by one. */
  Optional<Order> held(long grantId) {
    return sql.sql(ALL + " where grant_id = :grant for update")
        .param("grant", grantId)
        .query(OrderRows::order)
        .optional()
        .map(order -> order.with(heldAttempts(order.id())));
  }

  Optional<Long> grantOf(long attemptId) {
    return sql.sql(
            """
            select f.grant_id from attempt a join fulfilment f on f.id = a.fulfilment_id
            where a.id = :id
            """)
        .param("id", attemptId)
        .query(Long.class)
        .optional();
  }

  private List<Attempt> attempts(long order) {
    return sql.sql(ATTEMPTS + " where a.fulfilment_id = :order order by a.id")
        .param("order", order)
        .query(OrderRows::attempt)
        .list();
  }

  private List<Attempt> heldAttempts(long order) {
    return sql.sql(ATTEMPTS + " where a.fulfilment_id = :order order by a.id for update")
        .param("order", order)
        .query(OrderRows::attempt)
        .list();
  }

  private static Order order(ResultSet rs, int n) throws SQLException {
    String currency = rs.getString("currency");
    return new Order(
        rs.getLong("id"),
        rs.getLong("grant_id"),
        rs.getString("what"),
        currency == null ? null : new Money(rs.getLong("amount_minor"), currency),
        rs.getLong("customer_id"),
        Subject.of(rs.getString("about_kind"), rs.getLong("about_id")),
        rs.getString("reference"),
        Sql.instant(rs, "ordered_at"),
        List.of());
  }

  static Attempt attempt(ResultSet rs, int n) throws SQLException {
    return new Attempt(
        rs.getLong("id"),
        rs.getLong("fulfilment_id"),
        Sql.longOrNull(rs, "connection_id"),
        rs.getString("carried_by").equals("people"),
        rs.getString("key"),
        Sql.instant(rs, "made_at"),
        Sql.instantOrNull(rs, "called_at"),
        state(rs),
        Sql.instantOrNull(rs, "person_at"),
        rs.getString("person_why"),
        rs.getString("their_id"),
        Sql.instantOrNull(rs, "outcome_at"),
        Sql.longOrNull(rs, "outcome_by"),
        rs.getBoolean("elsewhere"),
        rs.getString("why"),
        rs.getString("evidence"),
        rs.getInt("attempts"),
        Sql.instant(rs, "ready_at"),
        rs.getString("trouble"));
  }

  private static Attempt.State state(ResultSet rs) throws SQLException {
    String outcome = rs.getString("outcome");
    if (outcome != null) {
      return Attempt.State.valueOf(outcome.toUpperCase(Locale.ROOT));
    }
    if (rs.getObject("pending_at") != null) {
      return Attempt.State.PENDING;
    }
    return rs.getObject("called_at") == null ? Attempt.State.READY : Attempt.State.UNKNOWN;
  }
}
