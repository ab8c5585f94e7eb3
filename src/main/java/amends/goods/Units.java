package amends.goods;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class Units {
  static final String COLUMNS =
      Products.COLUMNS
          + ", u.id as unit_id, u.serial, u.external_id as unit_external_id, t.code as lot";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Products products;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  Units(
      JdbcClient sql,
      InstantSource clock,
      Products products,
      Journal journal,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.clock = clock;
    this.products = products;
    this.journal = journal;
    this.events = events;
  }

  static Unit read(ResultSet rs, int n) throws SQLException {
    return new Unit(
        rs.getLong("unit_id"),
        Products.read(rs, n),
        rs.getString("serial"),
        rs.getString("lot"),
        rs.getString("unit_external_id"));
  }

  /** As plates are read aloud: without case, blanks and hyphens. */
  static String norm(String serial) {
    return serial.replaceAll("[\\s\\-./_]", "").toUpperCase(Locale.ROOT);
  }

  int enter(List<UnitSheet> sheets, Actor by) {
    List<UnitSheet> last = Entries.lastWords(sheets, Units::key);
    last.forEach(Units::check);
    List<Entries> changes = enterAll(last);
    journal.recordAll(Entries.tell("unit", changes, by));
    return changes.size();
  }

  /** Notes lots by the way. The sheets are checked, and in the order of their keys. */
  List<Entries> enterAll(List<UnitSheet> last) {
    Map<String, Product> known = products.all(last.stream().map(UnitSheet::product).toList());
    Long[] productIds = ids(last, known);
    String[] lots = Products.column(last, UnitSheet::lot);
    enterLots(productIds, lots);
    List<Entries> changes = upsert(last, productIds, lots);
    events.publishEvent(GoodsEntered.of("unit", changes));
    return changes;
  }

  /** Which piece it is: the product's number and the serial number in its normal form. */
  static String key(UnitSheet sheet) {
    return key(sheet.product(), sheet.serial());
  }

  static String key(String product, String serial) {
    return product + "\n" + norm(serial);
  }

  private record Known(long id, String key, @Nullable String externalId) {}

  private List<Known> known(String condition, Collection<String> values) {
    return sql.sql(
            """
            select u.id, p.external_id || chr(10) || u.serial_norm as key, u.external_id
            from unit u join product p on p.id = u.product_id where
            """
                + condition)
        .param("values", values.toArray(String[]::new))
        .query((rs, n) ->
            new Known(rs.getLong("id"), rs.getString("key"), rs.getString("external_id")))
        .list();
  }

  private List<Known> pieces(Collection<String> keys) {
    return known(
        """
        (p.external_id, u.serial_norm) in (
          select split_part(k, chr(10), 1), split_part(k, chr(10), 2) from unnest(:values) as k)
        """,
        keys);
  }

  /** Who bears the external ids of these sheets now: key by external id. */
  Map<String, String> bearers(List<UnitSheet> sheets) {
    Map<String, String> bearers = new HashMap<>();
    List<String> numbers =
        sheets.stream().map(UnitSheet::externalId).filter(Objects::nonNull).toList();
    for (Known unit : known("u.external_id = any(:values)", numbers)) {
      bearers.put(String.valueOf(unit.externalId()), unit.key());
    }
    return bearers;
  }

  Set<String> keys(Collection<String> keys) {
    return pieces(keys).stream().map(Known::key).collect(Collectors.toSet());
  }

  Map<String, Long> ids(List<UnitSheet> sheets) {
    return pieces(sheets.stream().map(Units::key).toList()).stream()
        .collect(Collectors.toMap(Known::key, Known::id));
  }

  private List<Entries> upsert(List<UnitSheet> last, Long[] productIds, String[] lots) {
    try {
      return sql.sql(
              """
              insert into unit as old
                (product_id, lot_id, serial, serial_norm, external_id, entered_at)
              select s.product_id, t.id, s.serial, s.norm, s.external_id, :at
              from unnest(cast(:products as bigint[]), cast(:lots as text[]),
                cast(:serials as text[]), cast(:norms as text[]), cast(:externalIds as text[]))
                with ordinality as s(product_id, lot, serial, norm, external_id, place)
              left join lot t on t.product_id = s.product_id and t.code = s.lot
              order by s.place
              on conflict (product_id, serial_norm) do update set lot_id = excluded.lot_id,
                serial = excluded.serial, external_id = excluded.external_id
              where (old.lot_id, old.serial, old.external_id)
                is distinct from (excluded.lot_id, excluded.serial, excluded.external_id)
              returning id, xmax = 0 as added
              """)
          .param("at", Sql.at(clock.instant()))
          .param("products", productIds)
          .param("lots", lots)
          .param("serials", Products.column(last, sheet -> sheet.serial().strip()))
          .param("norms", Products.column(last, sheet -> norm(sheet.serial())))
          .param("externalIds", Products.column(last, UnitSheet::externalId))
          .query(Entries::read)
          .list();
    } catch (DuplicateKeyException e) {
      throw new Refusal("externalId", "goods.refuse.taken");
    }
  }

  private void enterLots(Long[] productIds, String[] lots) {
    sql.sql(
            """
            insert into lot (product_id, code)
            select distinct s.product_id, s.code
            from unnest(cast(:products as bigint[]), cast(:lots as text[])) as s(product_id, code)
            where s.code is not null order by 1, 2
            on conflict do nothing
            """)
        .param("products", productIds)
        .param("lots", lots)
        .update();
  }

  List<Unit> units(String serial) {
    return sql.sql(
            """
            select %s from unit u join product p on p.id = u.product_id
            left join lot t on t.id = u.lot_id
            where u.serial_norm = :norm order by u.id
            """
                .formatted(COLUMNS))
        .param("norm", norm(serial))
        .query(Units::read)
        .list();
  }

  List<Unit> units(Collection<Long> ids) {
    return sql.sql(
            """
            select %s from unit u join product p on p.id = u.product_id
            left join lot t on t.id = u.lot_id
            where u.id = any(:ids) order by u.id
            """
                .formatted(COLUMNS))
        .param("ids", ids.toArray(Long[]::new))
        .query(Units::read)
        .list();
  }

  private static Long[] ids(List<UnitSheet> sheets, Map<String, Product> known) {
    return sheets.stream()
        .map(sheet -> known.get(sheet.product()))
        .map(Product::id)
        .toArray(Long[]::new);
  }

  static void check(UnitSheet sheet) {
    if (norm(sheet.serial()).isEmpty()) {
      throw new Refusal("serial", "goods.refuse.blank.serial", sheet.product());
    }
  }
}
