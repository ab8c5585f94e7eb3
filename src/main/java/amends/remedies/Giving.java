package amends.remedies;

import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a grant down once it is decided, all of its parts, and orders what is to leave. */
@Component
final class Giving {
  private final JdbcClient sql;
  private final GrantRows rows;
  private final Fulfilment fulfilment;
  private final Following following;
  private final Uses uses;

  Giving(JdbcClient sql, GrantRows rows, Fulfilment fulfilment, Following following, Uses uses) {
    this.sql = sql;
    this.rows = rows;
    this.fulfilment = fulfilment;
    this.following = following;
    this.uses = uses;
  }

  /** Under which authority it is given, and when that was decided. */
  record Under(Keys keys, Instant ruledAt) {}

  /** By which way it came: a request, an offer, a form that acts once. */
  record Way(@Nullable Long request, @Nullable Long offer, @Nullable Once once) {
    static final Way DIRECT = new Way(null, null, null);
  }

  /** A key that acts once, and what it was used for. */
  record Once(String key, byte[] hash) {}

  /**
   * What is decided.
   *
   * @param promisedAt when the customer is told that it is there
   * @param segment which kind of customer, for comparing like cases
   */
  record Decided(
      Matter matter,
      Remedy remedy,
      List<Piece> pieces,
      Wanted wanted,
      Instant promisedAt,
      String segment,
      Under under,
      Way way,
      Actor by) {
    boolean isPackage() {
      return remedy.kind() == Remedy.Kind.PACKAGE;
    }
  }

  /**
   * @throws Refusal when others have used up what was left meanwhile
   */
  RemedyGrant give(Decided what, Instant now) {
    Totals totals = uses.take(what.under().keys(), Worth.total(what.pieces()).minor());
    if (totals.exceed(what.under().keys().limit())) {
      throw new Refusal("amount", "remedies.refusal.used-up");
    }
    return write(what, totals, now);
  }

  /** The same under an authority that was set aside before. */
  RemedyGrant giveReserved(Decided what, long reserved, Instant now) {
    uses.giveBack(what.under().keys(), reserved);
    return write(what, uses.take(what.under().keys(), Worth.total(what.pieces()).minor()), now);
  }

  private RemedyGrant write(Decided what, Totals totals, Instant now) {
    Money total = Worth.total(what.pieces());
    Piece whole =
        what.isPackage()
            ? new Piece(what.remedy(), new Money(0, total.currency()))
            : what.pieces().getFirst();
    long promise = following.promiseToLook(what, now);
    long id = insert(what, whole, null, promise == 0 ? null : promise, totals, now);
    if (what.isPackage()) {
      for (Piece piece : what.pieces()) {
        order(insert(what, piece, id, null, totals, now), piece, what, now);
      }
    } else {
      order(id, whole, what, now);
    }
    RemedyGrant grant = rows.find(id).orElseThrow();
    following.granted(grant, what.wanted(), now);
    return grant;
  }

  private void order(long grant, Piece piece, Decided what, Instant now) {
    Remedy.Kind kind = piece.remedy().kind();
    Matter matter = what.matter();
    NewOrder.Kind door =
        switch (kind) {
          case REFUND, PART_REFUND, CREDIT, WAIVER -> NewOrder.Kind.MONEY;
          case REPLACEMENT, LOAN, GIFT -> NewOrder.Kind.SHIPMENT;
          case REPAIR, SERVICE_VISIT, NOTE -> NewOrder.Kind.TASK;
          case PACKAGE -> throw new IllegalStateException("a package has parts of its own");
        };
    fulfilment.order(
        new NewOrder(
            grant,
            door,
            door == NewOrder.Kind.MONEY ? piece.amount() : null,
            matter.customerId(),
            matter.about(),
            reference(grant, kind, matter),
            following.notBefore(now)));
  }

  /** A refund goes back to the payment of its order, as far as it is known; else it is ours. */
  private static String reference(long grant, Remedy.Kind kind, Matter matter) {
    Purchase purchase = matter.purchase();
    String payment = purchase == null ? null : purchase.payment();
    return payment != null && Refundable.isRefund(kind) ? payment : "G" + grant;
  }

  private static @Nullable Long order(Remedy.Kind kind, Matter matter) {
    Purchase purchase = matter.purchase();
    return purchase != null && Refundable.isRefund(kind) ? purchase.orderId() : null;
  }

  private long insert(
      Decided what,
      Piece piece,
      @Nullable Long packageId,
      @Nullable Long promise,
      Totals totals,
      Instant now) {
    boolean first = packageId == null;
    Matter matter = what.matter();
    Wanted wanted = what.wanted();
    Keys keys = what.under().keys();
    Once once = what.way().once();
    boolean unit = piece.remedy().kind().isUnit();
    return sql.sql(
            """
            insert into remedy_grant (subject_kind, subject_id, customer_id, brand_id, team_id,
              remedy_id, kind, interim, package_id, amount_minor, currency, product_id, unit_id,
              replaces_unit_id, cause, severity, segment, reason, ruled_by, ruled_by_token, ruled_at,
              ruled_day, period_begins, counted_for, limit_id, matter_minor, day_minor, period_minor,
              request_id, offer_id, granted_by_kind, granted_by_id, granted_at, promised_at,
              check_promise_id, once_key, once_hash, order_id)
            values (:subjectKind, :subject, :customer, :brand, :team, :remedy, :kind, :interim,
              :package, :minor, :currency,
              coalesce((select u.product_id from goods_v_unit u where u.id = cast(:unit as bigint)), cast(:product as bigint)),
              :unit, :replaces, :cause, :severity, :segment, :reason, :person, :token, :ruled, :day,
              :period, :countedFor, :limit, :matterMinor, :dayMinor, :periodMinor, :request, :offer,
              :byKind, :byId, :now, :promised, :promise, :onceKey, :onceHash, :order)
            returning id
            """)
        .param("subjectKind", matter.about().kind())
        .param("subject", matter.about().id())
        .param("customer", matter.customerId())
        .param("brand", matter.brandId())
        .param("team", matter.teamId())
        .param("remedy", piece.remedy().id())
        .param("kind", piece.remedy().kind().code())
        .param("interim", what.remedy().interim())
        .param("package", packageId)
        .param("minor", piece.amount().minor())
        .param("currency", piece.amount().currency())
        .param("product", piece.remedy().productId())
        .param("unit", unit ? wanted.unitId() : null)
        .param("replaces", wanted.replacesUnitId())
        .param("cause", wanted.cause())
        .param("severity", wanted.severity().code())
        .param("segment", what.segment())
        .param("reason", wanted.reason().strip())
        .param("person", keys.person() > 0 ? keys.person() : null)
        .param("token", keys.person() < 0 ? -keys.person() : null)
        .param("ruled", Sql.at(what.under().ruledAt()))
        .param("day", keys.day())
        .param("period", keys.period())
        .param("countedFor", keys.customer())
        .param("limit", keys.limit().id())
        .param("matterMinor", totals.matter())
        .param("dayMinor", totals.day())
        .param("periodMinor", totals.period())
        .param("request", first ? what.way().request() : null)
        .param("offer", first ? what.way().offer() : null)
        .param("byKind", what.by().kind())
        .param("byId", what.by().id())
        .param("now", Sql.at(now))
        .param("promised", Sql.at(what.promisedAt()))
        .param("promise", promise)
        .param("order", order(piece.remedy().kind(), matter))
        .param("onceKey", first && once != null ? once.key() : null)
        .param("onceHash", first && once != null ? once.hash() : null)
        .query(Long.class)
        .single();
  }

  GrantRows rows() {
    return rows;
  }

  /** What was given with this key before; waits for whoever is giving with it now. */
  @Nullable RemedyGrant before(Once once) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 6))")
        .param("key", once.key())
        .query((rs, n) -> n)
        .list();
    record Known(long id, byte[] hash) {}
    Known known =
        sql.sql("select id, once_hash from remedy_grant where once_key = :key")
            .param("key", once.key())
            .query((rs, n) -> new Known(rs.getLong("id"), rs.getBytes("once_hash")))
            .optional()
            .orElse(null);
    if (known == null) {
      return null;
    }
    if (!Arrays.equals(known.hash(), once.hash())) {
      throw new Refusal("", "remedies.refusal.changed");
    }
    RemedyGrant grant = rows.find(known.id()).orElseThrow();
    if (grant.fate().undoneAt() != null) {
      throw new Refusal("", "remedies.refusal.undone");
    }
    return grant;
  }
}
