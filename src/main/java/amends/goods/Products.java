package amends.goods;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class Products {
  static final String COLUMNS =
      "p.id as product_id, p.external_id as product_external_id, p.name as product_name, p.brand";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Journal journal;

  Products(JdbcClient sql, InstantSource clock, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.journal = journal;
  }

  static Product read(ResultSet rs, int n) throws SQLException {
    return new Product(
        rs.getLong("product_id"),
        rs.getString("product_external_id"),
        rs.getString("product_name"),
        rs.getString("brand"));
  }

  int enter(List<ProductSheet> sheets, Actor by) {
    List<ProductSheet> last = Entries.lastWords(sheets, ProductSheet::externalId);
    last.forEach(Products::check);
    List<Entries> changes = upsert(last);
    journal.recordAll(Entries.tell("product", changes, by));
    return changes.size();
  }

  List<Entries> upsert(List<ProductSheet> last) {
    return sql.sql(
            """
            insert into product as old (external_id, name, name_folded, brand, entered_at)
            select s.*, :at from unnest(cast(:externalIds as text[]), cast(:names as text[]),
              cast(:folded as text[]), cast(:brands as text[])) as s
            on conflict (external_id) do update set name = excluded.name,
              name_folded = excluded.name_folded, brand = excluded.brand
            where (old.name, old.brand) is distinct from (excluded.name, excluded.brand)
            returning id, xmax = 0 as added
            """)
        .param("at", Sql.at(clock.instant()))
        .param("externalIds", column(last, ProductSheet::externalId))
        .param("names", column(last, ProductSheet::name))
        .param("folded", column(last, sheet -> Plain.folded(sheet.name())))
        .param("brands", column(last, ProductSheet::brand))
        .query(Entries::read)
        .list();
  }

  Optional<Product> product(String externalId) {
    return Optional.ofNullable(known(List.of(externalId)).get(externalId));
  }

  Optional<String> maker(String name) {
    return sql.sql("select brand from product where lower(brand) = lower(:name) limit 1")
        .param("name", name)
        .query(String.class)
        .optional();
  }

  Optional<Product> product(long id) {
    return sql.sql("select %s from product p where p.id = :id".formatted(COLUMNS))
        .param("id", id)
        .query(Products::read)
        .optional();
  }

  /** All of them by external id; a product that is not known is refused by name. */
  Map<String, Product> all(Collection<String> externalIds) {
    TreeSet<String> wanted = new TreeSet<>(externalIds);
    Map<String, Product> known = known(wanted);
    wanted.removeAll(known.keySet());
    if (!wanted.isEmpty()) {
      throw new Refusal("product", "goods.refuse.product", wanted.first());
    }
    return known;
  }

  Map<String, Product> known(Collection<String> externalIds) {
    return sql
        .sql("select %s from product p where p.external_id = any(:ids)".formatted(COLUMNS))
        .param("ids", externalIds.toArray(String[]::new))
        .query(Products::read)
        .list()
        .stream()
        .collect(Collectors.toMap(Product::externalId, Function.identity()));
  }

  static <T> String[] column(List<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  static void check(ProductSheet sheet) {
    if (sheet.externalId().isBlank() || sheet.name().isBlank()) {
      throw new Refusal("product", "goods.refuse.blank.product", sheet.externalId(), sheet.name());
    }
  }
}
