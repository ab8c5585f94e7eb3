package amends.goods;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  Units(JdbcClient sql, InstantSource clock, Products products, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.products = products;
    this.journal = journal;
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
    List<UnitSheet> last =
        Entries.lastWords(sheets, sheet -> sheet.product() + "\n" + norm(sheet.serial()));
    last.forEach(Units::check);
    Map<String, Product> known = products.all(last.stream().map(UnitSheet::product).toList());
    Long[] productIds = ids(last, known);
    String[] lots = Products.column(last, UnitSheet::lot);
    enterLots(productIds, lots);
    List<Entries> changes = upsert(last, productIds, lots);
    journal.recordAll(Entries.tell("unit", changes, by));
    return changes.size();
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

  private static void check(UnitSheet sheet) {
    if (norm(sheet.serial()).isEmpty()) {
      throw new Refusal("serial", "goods.refuse.blank.serial", sheet.product());
    }
  }
}
