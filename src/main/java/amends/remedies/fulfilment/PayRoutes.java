package amends.remedies.fulfilment;

import amends.journal.Journal;
import amends.remedies.pay.PayProvider;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which connection does what, in which brand and currency. What nobody does is done by people. */
@Component
public final class PayRoutes {
  private static final Set<String> WHAT = Set.of("money", "shipment", "task");

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final PayConnections connections;

  PayRoutes(
      JdbcClient sql, InstantSource clock, Acts acts, Journal journal, PayConnections connections) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.connections = connections;
  }

  public List<PayRoute> all() {
    return sql.sql(
            """
            select id, what, remedy, brand_id, currency, connection_id from pay_route
            where ended_at is null order by what, remedy nulls last, brand_id nulls last,
              currency nulls last
            """)
        .query((rs, n) ->
            new PayRoute(
                rs.getLong("id"),
                rs.getString("what"),
                rs.getString("remedy"),
                Sql.longOrNull(rs, "brand_id"),
                rs.getString("currency"),
                rs.getLong("connection_id")))
        .list();
  }

  /** Codes of remedies that a route can name. */
  public List<String> remedies() {
    return sql.sql("select distinct code from remedy order by code").query(String.class).list();
  }

  /**
   * What is to be done, as the routes ask.
   *
   * @param refund whether it gives money back: a credit or a waiver is paid out by nobody who was
   *     not named for it
   */
  record Wanted(
      String what,
      @Nullable String remedy,
      boolean refund,
      @Nullable Long brandId,
      @Nullable String currency) {
    boolean fits(PayRoute route) {
      return route.what().equals(what)
          && (route.remedy() == null
              ? refund || !what.equals("money")
              : route.remedy().equals(remedy))
          && (route.brandId() == null || route.brandId().equals(brandId))
          && (route.currency() == null || route.currency().equals(currency));
    }
  }

  /** Whether a connection can begin with what is known of the payment. */
  boolean knows(long connectionId, String reference) {
    return connections.provider(connections.get(connectionId).kind()).knows(reference);
  }

  boolean isOn(long connectionId) {
    return connections.find(connectionId).filter(PayConnection::isOn).isPresent();
  }

  /** By whom it is done: whoever is named most closely; empty when people do it. */
  Optional<Long> of(Wanted wanted) {
    return all().stream()
        .filter(wanted::fits)
        .filter(r -> isOn(r.connectionId()))
        .max((a, b) -> Integer.compare(weight(a), weight(b)))
        .map(PayRoute::connectionId);
  }

  /** The remedy says more than the brand, and the brand more than the currency. */
  private static int weight(PayRoute route) {
    return (route.remedy() == null ? 0 : 4)
        + (route.brandId() == null ? 0 : 2)
        + (route.currency() == null ? 0 : 1);
  }

  /**
   * From now on; a route that says the same ends by it. What is on its way goes on as it began.
   *
   * @param route its id counts for nothing
   * @throws Refusal of the field that is wrong
   */
  public void set(PayRoute route, Actor by) {
    if (!WHAT.contains(route.what())) {
      throw new Refusal("what", "remedies.pay.refusal.what");
    }
    String currency = route.currency();
    if (currency != null && !known().contains(currency)) {
      throw new Refusal("currency", "remedies.pay.refusal.currency");
    }
    PayConnection connection =
        connections
            .find(route.connectionId())
            .orElseThrow(() -> new Refusal("connection", "remedies.pay.refusal.connection"));
    PayProvider provider = connections.provider(connection.kind());
    if (!provider.takes(route.what())) {
      throw new Refusal("connection", "remedies.pay.refusal.takes", connection.name());
    }
    acts.run(() -> {
      all().stream().filter(old -> same(old, route)).forEach(old -> ended(old.id()));
      long id =
          sql.sql(
                  """
                  insert into pay_route (what, remedy, brand_id, currency, connection_id, made_at)
                  values (:what, :remedy, :brand, :currency, :connection, :now) returning id
                  """)
              .param("what", route.what())
              .param("remedy", route.remedy())
              .param("brand", route.brandId())
              .param("currency", currency)
              .param("connection", route.connectionId())
              .param("now", Sql.at(clock.instant()))
              .query(Long.class)
              .single();
      journal.record("pay_route.set", subject(id), by, Map.of("connection", route.connectionId()));
    });
  }

  private static Set<String> known() {
    return Currency.getAvailableCurrencies().stream()
        .map(Currency::getCurrencyCode)
        .collect(Collectors.toSet());
  }

  private static boolean same(PayRoute a, PayRoute b) {
    return a.what().equals(b.what())
        && Objects.equals(a.remedy(), b.remedy())
        && Objects.equals(a.brandId(), b.brandId())
        && Objects.equals(a.currency(), b.currency());
  }

  public void end(long id, Actor by) {
    acts.run(() -> {
      if (ended(id) == 1) {
        journal.record("pay_route.ended", subject(id), by);
      }
    });
  }

  private int ended(long id) {
    return sql.sql("update pay_route set ended_at = :now where id = :id and ended_at is null")
        .param("now", Sql.at(clock.instant()))
        .param("id", id)
        .update();
  }

  private static Subject subject(long id) {
    return Subject.of("pay_route", id);
  }
}
