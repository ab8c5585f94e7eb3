package amends.goods;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Countries;
import amends.shared.Money;
import amends.shared.ReadMemory;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class Orders {
  private static final String ORDERS =
      """
      select id, external_id, customer_id, placed_at, total_minor, currency, payment, paid_minor,
        country
      from purchase_order\
      """
          + " ";

  private static final int LONGEST = 200;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final OrderLines lines;
  private final Journal journal;
  private final ReadMemory<List<Long>, List<Order>> read = new ReadMemory<>();
  private final ApplicationEventPublisher events;

  Orders(
      JdbcClient sql,
      InstantSource clock,
      OrderLines lines,
      Journal journal,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.clock = clock;
    this.lines = lines;
    this.journal = journal;
    this.events = events;
  }

  int enter(List<OrderSheet> sheets, Actor by) {
    List<OrderSheet> last = Entries.lastWords(sheets, OrderSheet::externalId);
    last.forEach(Orders::check);
    refuseUnknownCustomers(last);
    List<Entries> changes = enterAll(last);
    journal.recordAll(Entries.tell("order", changes, by));
    return changes.size();
  }

  /** With all lines. The sheets are checked, and in the order of their keys. */
  List<Entries> enterAll(List<OrderSheet> last) {
    Map<Long, Entries> changes = new TreeMap<>();
    upsert(last).forEach(change -> changes.put(change.id(), change));
    Map<String, Long> ids = ids(last);
    lines.enter(last, ids).forEach(order -> changes.putIfAbsent(order, new Entries(order, false)));
    List<Entries> all = List.copyOf(changes.values());
    events.publishEvent(GoodsEntered.of("order", all));
    return all;
  }

  Set<Long> knownCustomers(List<OrderSheet> sheets) {
    return sql
        .sql("select id from customers_v_customer where id = any(:ids)")
        .param("ids", sheets.stream().map(OrderSheet::customerId).toArray(Long[]::new))
        .query(Long.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  private void refuseUnknownCustomers(List<OrderSheet> sheets) {
    sql.sql(
            """
            select s.id from unnest(cast(:customers as bigint[])) as s(id)
            where not exists (select from customers_v_customer c where c.id = s.id) limit 1
            """)
        .param("customers", sheets.stream().map(OrderSheet::customerId).toArray(Long[]::new))
        .query(Long.class)
        .optional()
        .ifPresent(customer -> {
          throw new Refusal("customer", "goods.refuse.customer", customer);
        });
  }

  private List<Entries> upsert(List<OrderSheet> sheets) {
    return sql.sql(
            """
            insert into purchase_order as old
              (external_id, customer_id, placed_at, total_minor, currency, payment, paid_minor,
                country, entered_at)
            select s.*, :at from unnest(cast(:externalIds as text[]), cast(:customers as bigint[]),
              cast(:placed as timestamptz[]), cast(:totals as bigint[]),
              cast(:currencies as text[]), cast(:payments as text[]), cast(:paid as bigint[]),
              cast(:countries as text[])) as s
            on conflict (external_id) do update set customer_id = excluded.customer_id,
              placed_at = excluded.placed_at, total_minor = excluded.total_minor,
              currency = excluded.currency, payment = coalesce(excluded.payment, old.payment),
              paid_minor = coalesce(excluded.paid_minor, old.paid_minor),
              country = coalesce(excluded.country, old.country)
            where (old.customer_id, old.placed_at, old.total_minor, old.currency, old.payment,
                old.paid_minor, old.country)
              is distinct from
              (excluded.customer_id, excluded.placed_at, excluded.total_minor, excluded.currency,
                coalesce(excluded.payment, old.payment),
                coalesce(excluded.paid_minor, old.paid_minor),
                coalesce(excluded.country, old.country))
            returning id, xmax = 0 as added
            """)
        .param("at", Sql.at(clock.instant()))
        .param("externalIds", Products.column(sheets, OrderSheet::externalId))
        .param("customers", sheets.stream().map(OrderSheet::customerId).toArray(Long[]::new))
        .param("placed", Products.column(sheets, s -> Sql.at(s.placedAt()).toString()))
        .param("totals", sheets.stream().map(s -> s.total().minor()).toArray(Long[]::new))
        .param("currencies", Products.column(sheets, s -> s.total().currency()))
        .param("payments", Products.column(sheets, s -> s.terms().payment()))
        .param("paid", sheets.stream().map(Orders::paid).toArray(Long[]::new))
        .param("countries", Products.column(sheets, s -> s.terms().country()))
        .query(Entries::read)
        .list();
  }

  private static @Nullable Long paid(OrderSheet sheet) {
    Money paid = sheet.terms().paid();
    return paid == null ? null : paid.minor();
  }

  Map<String, Long> ids(List<OrderSheet> sheets) {
    return byExternalIds(sheets.stream().map(OrderSheet::externalId).toList()).stream()
        .collect(Collectors.toMap(Order::externalId, Order::id));
  }

  List<Order> orders(Collection<String> externalIds) {
    return withLines(byExternalIds(externalIds));
  }

  List<Order> ordersById(Collection<Long> ids) {
    return read.of(List.copyOf(ids), this::ask);
  }

  private List<Order> ask(List<Long> ids) {
    return withLines(
        sql.sql(ORDERS + "where id = any(:ids) order by id")
            .param("ids", ids.toArray(Long[]::new))
            .query(Orders::read)
            .list());
  }

  List<Order> of(long customer, int most) {
    return withLines(
        sql.sql(
                ORDERS
                    + """
                    where customer_id in (
                      select self_id from customers_v_self where customer_id = :customer)
                    order by placed_at desc, id desc limit :most
                    """)
            .param("customer", customer)
            .param("most", most)
            .query(Orders::read)
            .list());
  }

  private List<Order> byExternalIds(Collection<String> externalIds) {
    return sql.sql(ORDERS + "where external_id = any(:ids) order by id")
        .param("ids", externalIds.toArray(String[]::new))
        .query(Orders::read)
        .list();
  }

  private List<Order> withLines(List<Order> bare) {
    Map<Long, List<Order.Line>> of = lines.of(bare.stream().map(Order::id).toList());
    return bare.stream()
        .map(o ->
            new Order(
                o.id(),
                o.externalId(),
                o.customerId(),
                o.placedAt(),
                o.total(),
                o.terms(),
                of.getOrDefault(o.id(), List.of())))
        .toList();
  }

  private static Order read(ResultSet rs, int n) throws SQLException {
    Long paid = Sql.longOrNull(rs, "paid_minor");
    String currency = rs.getString("currency");
    return new Order(
        rs.getLong("id"),
        rs.getString("external_id"),
        rs.getLong("customer_id"),
        Sql.instant(rs, "placed_at"),
        new Money(rs.getLong("total_minor"), currency),
        new Order.Terms(
            rs.getString("payment"),
            paid == null ? null : new Money(paid, currency),
            rs.getString("country")),
        List.of());
  }

  private static void check(OrderSheet sheet, Order.Terms terms) {
    Money paid = terms.paid();
    if (paid != null && !paid.currency().equals(sheet.total().currency())) {
      throw new Refusal("paid", "goods.refuse.currency", sheet.externalId());
    }
    if (paid != null && paid.minor() < 0) {
      throw new Refusal("paid", "goods.refuse.paid", sheet.externalId());
    }
    String payment = terms.payment();
    if (payment != null && (payment.isBlank() || payment.length() > LONGEST)) {
      throw new Refusal("payment", "goods.refuse.payment", sheet.externalId());
    }
    String country = terms.country();
    if (country != null && !Countries.isOne(country)) {
      throw new Refusal("country", "goods.refuse.country", country);
    }
  }

  static void check(OrderSheet sheet) {
    if (sheet.externalId().isBlank()) {
      throw new Refusal("order", "goods.refuse.blank.order");
    }
    check(sheet, sheet.terms());
    for (OrderSheet.Line line : sheet.lines()) {
      if (!line.price().currency().equals(sheet.total().currency())) {
        throw new Refusal("price", "goods.refuse.currency", sheet.externalId());
      }
      if (line.quantity() < 1) {
        throw new Refusal("quantity", "goods.refuse.quantity", sheet.externalId());
      }
    }
  }
}
