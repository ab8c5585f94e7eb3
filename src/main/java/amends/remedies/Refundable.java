package amends.remedies;

import amends.shared.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * No refund of an order goes above what was paid for it, less what was given back of it already and
 * what customers can still choose, in whichever matter. What a gift or a credit is worth has
 * nothing to do with it.
 */
@Component
final class Refundable {
  private final JdbcClient sql;

  Refundable(JdbcClient sql) {
    this.sql = sql;
  }

  static boolean isRefund(Remedy.Kind kind) {
    return kind == Remedy.Kind.REFUND || kind == Remedy.Kind.PART_REFUND;
  }

  /** What these pieces give back of the order. */
  private static long wanted(List<Piece> pieces, Money paid) {
    return pieces.stream()
        .filter(piece -> isRefund(piece.remedy().kind()))
        .filter(piece -> piece.amount().currency().equals(paid.currency()))
        .mapToLong(piece -> piece.amount().minor())
        .sum();
  }

  /** What is left of it, when these pieces want more; empty when they do not, or nobody knows. */
  Optional<Money> exceeded(Matter matter, List<Piece> pieces) {
    Purchase purchase = matter.purchase();
    Money paid = purchase == null ? null : purchase.paid();
    if (purchase == null || paid == null) {
      return Optional.empty();
    }
    long wanted = wanted(pieces, paid);
    if (wanted == 0) {
      return Optional.empty();
    }
    Money left = left(purchase.orderId(), paid);
    return wanted > left.minor() ? Optional.of(left) : Optional.empty();
  }

  /**
   * What is left of it, when these pieces give back in money that was not paid: no rate of ours
   * says how much of the order that is.
   */
  Optional<Money> foreign(Matter matter, List<Piece> pieces) {
    Purchase purchase = matter.purchase();
    Money paid = purchase == null ? null : purchase.paid();
    return purchase != null && paid != null && pieces.stream().anyMatch(p -> isForeign(p, paid))
        ? Optional.of(left(purchase.orderId(), paid))
        : Optional.empty();
  }

  private static boolean isForeign(Piece piece, Money paid) {
    return isRefund(piece.remedy().kind()) && !piece.amount().currency().equals(paid.currency());
  }

  private Money left(long order, Money paid) {
    return new Money(Math.max(0, paid.minor() - given(order, paid.currency())), paid.currency());
  }

  /**
   * The largest of it that one of these choices gives back: so much is kept of the order until the
   * customer has chosen. 0 where nothing bounds it.
   */
  static long largest(Matter matter, Stream<List<Piece>> choices) {
    Purchase purchase = matter.purchase();
    Money paid = purchase == null ? null : purchase.paid();
    return paid == null ? 0 : choices.mapToLong(pieces -> wanted(pieces, paid)).max().orElse(0);
  }

  private long given(long order, String currency) {
    return sql.sql(
            """
            select (
              select coalesce(sum(amount_minor), 0) from remedy_grant
              where order_id = :order and currency = :currency
                and num_nonnulls(failed_at, stopped_at, reclaimed_at) = 0)
              + (
              select coalesce(sum(refund_minor), 0) from remedy_offer
              where order_id = :order and currency = :currency
                and num_nonnulls(accepted_at, refused_at, withdrawn_at, lapsed_at) = 0)
            """)
        .param("order", order)
        .param("currency", currency)
        .query(Long.class)
        .single();
  }

  /** Whether more is given back or kept of its order than was paid. */
  boolean isOver(Matter matter) {
    Purchase purchase = matter.purchase();
    Money paid = purchase == null ? null : purchase.paid();
    return purchase != null
        && paid != null
        && given(purchase.orderId(), paid.currency()) > paid.minor();
  }

  /** Until the act ends: two matters of one order do not both give back what is left. */
  void hold(Matter matter) {
    Purchase purchase = matter.purchase();
    if (purchase != null && purchase.paid() != null) {
      sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 7))")
          .param("key", "order " + purchase.orderId())
          .query((rs, n) -> n)
          .list();
    }
  }
}
