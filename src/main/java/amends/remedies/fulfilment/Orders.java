package amends.remedies.fulfilment;

import amends.journal.Journal;
import amends.remedies.Fulfilment;
import amends.remedies.NewOrder;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.shared.Tokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the orders of grants, and makes their tries. The key of a try is drawn here and committed
 * with the grant, long before anybody is called with it.
 */
@Component
public final class Orders implements Fulfilment {
  /** By which our payments are told from others in a provider's ledger. */
  static final String KEY_PREFIX = "amends_";

  private final OrderRows rows;
  private final PayRoutes routes;
  private final Allocation allocation;
  private final Journal journal;
  private final InstantSource clock;
  private final Tokens tokens;

  Orders(OrderRows rows, PayRoutes routes, Allocation allocation, Journal journal, Chance chance) {
    this.rows = rows;
    this.routes = routes;
    this.allocation = allocation;
    this.journal = journal;
    this.clock = chance.clock();
    this.tokens = new Tokens(chance.random());
  }

  @Component
  record Chance(InstantSource clock, RandomGenerator random) {}

  @Override
  public void order(NewOrder order) {
    rows.add(order, clock.instant())
        .ifPresent(id -> {
          String what = order.kind().name().toLowerCase(Locale.ROOT);
          if (order.kind() == NewOrder.Kind.SHIPMENT) {
            allocation.allocate(order.grantId());
          }
          Long connection = by(order.grantId(), what, order.amount());
          if (connection != null && !routes.knows(connection, order.reference())) {
            connection = recalled(id, order.about(), connection);
          }
          attempt(order.grantId(), fresh(id, connection, order.notBefore()));
        });
  }

  private OrderRows.Fresh fresh(
      long order, @Nullable Long connection, @Nullable Instant notBefore) {
    Instant now = clock.instant();
    return new OrderRows.Fresh(
        order,
        connection,
        connection == null,
        key(),
        null,
        now,
        notBefore == null ? now : notBefore);
  }

  /** A payment that was named before in this matter; without one people find it out. */
  private @Nullable Long recalled(long id, Subject about, long connection) {
    for (String reference : rows.named(about)) {
      if (routes.knows(connection, reference)) {
        rows.refer(id, reference);
        return connection;
      }
    }
    return null;
  }

  /** Whether a connection can begin with what is known of a payment. */
  boolean knows(long connection, String reference) {
    return routes.knows(connection, reference);
  }

  /**
   * Whether the program goes on asking what became of a try; of one that is switched off nobody
   * does.
   */
  boolean isAsked(Attempt attempt) {
    Long connection = attempt.connectionId();
    return !attempt.byPeople() && connection != null && routes.isOn(connection);
  }

  void refer(long order, String reference) {
    rows.refer(order, reference);
  }

  /** By whom it is done now; null when people do it. */
  @Nullable Long by(long grantId, String what, @Nullable Money amount) {
    if (amount != null && amount.minor() == 0) {
      return null;
    }
    OrderRows.Named named = rows.named(grantId);
    String currency = amount == null ? null : amount.currency();
    return routes
        .of(new PayRoutes.Wanted(what, named.remedy(), named.refund(), named.brandId(), currency))
        .orElse(null);
  }

  /**
   * Another try, within the caller's act, in which every try before it was seen to be over.
   *
   * @param connection null when people do it
   * @param person null when the grant itself asks for it
   */
  long attempt(long order, long grantId, @Nullable Long connection, @Nullable Long person) {
    Instant now = clock.instant();
    return attempt(
        grantId,
        new OrderRows.Fresh(order, connection, connection == null, key(), person, now, now));
  }

  /** A try of people, when a way before it has ended; null when the program asks them. */
  long attemptByPeople(long grantId, @Nullable Long person) {
    return attemptByPeople(held(grantId).id(), grantId, null, person);
  }

  /** A try of people, through a connection that they name. */
  long attemptByPeople(long order, long grantId, @Nullable Long connection, @Nullable Long person) {
    Instant now = clock.instant();
    return attempt(grantId, new OrderRows.Fresh(order, connection, true, key(), person, now, now));
  }

  private String key() {
    return KEY_PREFIX + tokens.next();
  }

  private long attempt(long grantId, OrderRows.Fresh fresh) {
    long id = rows.attempt(fresh);
    Long person = fresh.by();
    journal.record(
        "attempt.made",
        Attempt.subject(id),
        person == null ? Actor.SYSTEM : Actor.person(person),
        Map.of("grant", grantId));
    return id;
  }

  Optional<Long> grantOf(long attemptId) {
    return rows.grantOf(attemptId);
  }

  public Optional<Order> of(long grantId) {
    return rows.ofGrant(grantId);
  }

  /**
   * @throws NotFound when the grant has none
   */
  Order held(long grantId) {
    return rows.held(grantId).orElseThrow(() -> new NotFound(Subject.of("fulfilment", grantId)));
  }
}
