package amends.cases.web;

import amends.cases.Case;
import amends.goods.Goods;
import amends.goods.Order;
import amends.goods.StopMarks;
import amends.goods.Unit;
import amends.remedies.Matter;
import amends.remedies.Remedies;
import amends.remedies.Remedy;
import amends.remedies.RemedyGrant;
import amends.remedies.Severity;
import amends.remedies.Usual;
import amends.remedies.Wanted;
import amends.shared.Money;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands ready before anybody has typed: the amount, the piece, the reason. */
@Component
final class RemedyOffered {
  /** As many pieces as fit on a page without a search. */
  private static final int PIECES = 4;

  /** Until when something is lent while nobody has said: only the decision is asked with it. */
  private static final Duration FORTNIGHT = Duration.ofDays(14);

  private final Goods goods;
  private final StopMarks stops;
  private final RemedyReach reach;
  private final Remedies remedies;
  private final Usual usual;

  RemedyOffered(Goods goods, StopMarks stops, RemedyReach reach, Remedies remedies, Usual usual) {
    this.goods = goods;
    this.stops = stops;
    this.reach = reach;
    this.remedies = remedies;
    this.usual = usual;
  }

  /** Why it went wrong, as far as what was given here before says so. */
  @Nullable String cause(Case matter) {
    return remedies.of(matter.asSubject()).reversed().stream()
        .map(RemedyGrant::cause)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** In which money is given here: that of the order, else that of the viewer's limit. */
  String currency(Case matter, Matter about, Viewer viewer) {
    Order order = order(matter);
    if (order != null) {
      return order.total().currency();
    }
    String own = reach.currency(viewer, about);
    return own == null ? "EUR" : own;
  }

  /** The least of it, for a decision before anybody has named an amount. */
  static Money least(String currency) {
    return new Money(1, currency);
  }

  /** What stands ready in one look at one case: read once, however often it is asked. */
  Hand hand(Case matter, String currency) {
    return new Hand(matter, currency);
  }

  /** The amount that stands ready; null where nothing tells. */
  @Nullable Money amount(Case matter, Remedy remedy, String currency) {
    return hand(matter, currency).amount(remedy);
  }

  /** As it would be given now, with what stands ready. */
  Wanted wanted(Case matter, Remedy remedy, String currency, Instant now) {
    return hand(matter, currency).wanted(remedy, now);
  }

  /**
   * Those with an amount ready first, so that one key and Enter give something sensible; last of
   * all a replacement of something that this is not about.
   */
  List<Remedy> inOrder(Case matter, List<Remedy> all, String currency) {
    return hand(matter, currency).inOrder(all);
  }

  /** Belongs to one request. */
  final class Hand {
    private final Case matter;
    private final String currency;
    private final @Nullable String cause;
    private final @Nullable Money price;
    private final Map<Long, Optional<Usual.Amount>> lately = new HashMap<>();

    private Hand(Case matter, String currency) {
      this.matter = matter;
      this.currency = currency;
      this.cause = RemedyOffered.this.cause(matter);
      this.price = RemedyOffered.this.price(matter);
    }

    String currency() {
      return currency;
    }

    @Nullable String cause() {
      return cause;
    }

    /** What is usually given of it; null while nothing was. */
    Usual.@Nullable Amount usual(Remedy remedy) {
      return lately.computeIfAbsent(remedy.id(), id -> usual.of(id, currency)).orElse(null);
    }

    List<Remedy> inOrder(List<Remedy> all) {
      Set<Long> here = products(matter);
      return all.stream()
          .sorted(
              Comparator.comparing((Remedy remedy) -> isOfAnother(remedy, here))
                  .thenComparing(remedy -> amount(remedy) == null))
          .toList();
    }

    @Nullable Money amount(Remedy remedy) {
      if (!remedy.named()) {
        return remedy.cost();
      }
      if (remedy.kind() == Remedy.Kind.REFUND
          && price != null
          && price.currency().equals(currency)) {
        return price;
      }
      Usual.Amount found = usual(remedy);
      return found == null || found.amount().minor() == 0 ? null : found.amount();
    }

    Wanted wanted(Remedy remedy, Instant now) {
      Money amount = amount(remedy);
      Unit piece = remedy.picks() ? pieces(matter, remedy).stream().findFirst().orElse(null) : null;
      Wanted wanted =
          Wanted.of(
                  remedy.id(),
                  !remedy.named() ? null : amount == null ? least(currency) : amount,
                  matter.subject())
              .because(cause, Severity.MEDIUM)
              .unit(piece == null ? null : piece.id(), piece == null ? null : matter.unitId());
      return remedy.interim() ? wanted.until(matter.subject(), now.plus(FORTNIGHT)) : wanted;
    }
  }

  /** What could be sent in its place, without stop marks. */
  List<Unit> pieces(Case matter, Remedy remedy) {
    Long product = product(matter, remedy);
    return product == null
        ? List.of()
        : stops.free(product, PIECES + 1).stream()
            .filter(unit -> !Long.valueOf(unit.id()).equals(matter.unitId()))
            .limit(PIECES)
            .toList();
  }

  /** Whether it is of the product that is sent; any piece fits where nothing says which. */
  boolean fits(Case matter, Remedy remedy, Unit unit) {
    Long product = product(matter, remedy);
    return product == null || product == unit.product().id();
  }

  private @Nullable Long product(Case matter, Remedy remedy) {
    if (remedy.productId() != null) {
      return remedy.productId();
    }
    if (matter.unitId() != null) {
      return goods.unit(matter.unitId()).product().id();
    }
    Order order = order(matter);
    return order == null || order.lines().size() != 1
        ? null
        : order.lines().getFirst().product().id();
  }

  private static boolean isOfAnother(Remedy remedy, Set<Long> here) {
    Long sent = remedy.productId();
    return remedy.kind() == Remedy.Kind.REPLACEMENT
        && sent != null
        && !here.isEmpty()
        && !here.contains(sent);
  }

  /** Of the unit and of all that was ordered; empty where nothing is named. */
  private Set<Long> products(Case matter) {
    Set<Long> products = new HashSet<>();
    if (matter.unitId() != null) {
      products.add(goods.unit(matter.unitId()).product().id());
    }
    Order order = order(matter);
    if (order != null) {
      order.lines().forEach(line -> products.add(line.product().id()));
    }
    return products;
  }

  /** What the customer paid for what failed. */
  private @Nullable Money price(Case matter) {
    Order order = order(matter);
    if (order == null) {
      return null;
    }
    List<Order.Line> lines =
        order.lines().stream()
            .filter(line ->
                order.lines().size() == 1
                    || (line.unit() != null
                        && Long.valueOf(line.unit().id()).equals(matter.unitId())))
            .toList();
    return lines.size() == 1 ? lines.getFirst().price() : null;
  }

  private @Nullable Order order(Case matter) {
    Long id = matter.orderId();
    return id == null ? null : goods.order(id);
  }
}
