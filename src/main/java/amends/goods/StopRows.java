package amends.goods;

import amends.goods.StopMark.Lift;
import amends.goods.StopMark.Reason;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stop marks as they are stored. */
record StopRows(JdbcClient sql) {
  private static final String MARK =
      """
      select m.*, p.name as product_name, t.code as lot, u.serial
      from stop_mark m join product p on p.id = m.product_id
      left join lot t on t.id = m.lot_id left join unit u on u.id = m.unit_id
      """;

  /** What a mark is to be set on. */
  record Place(long product, @Nullable Long lot, @Nullable Long unit) {}

  Optional<Long> product(String externalId) {
    return sql.sql("select id from product where external_id = :id")
        .param("id", externalId.strip())
        .query(Long.class)
        .optional();
  }

  Optional<Long> lot(long product, String code) {
    return sql.sql("select id from lot where product_id = :product and code = :code")
        .param("product", product)
        .param("code", code.strip())
        .query(Long.class)
        .optional();
  }

  Optional<Long> unit(long product, String serial) {
    return sql.sql("select id from unit where product_id = :product and serial_norm = :norm")
        .param("product", product)
        .param("norm", Units.norm(serial))
        .query(Long.class)
        .optional();
  }

  /** Whoever is about to let a unit of it leave has come before, or comes after. */
  void take(Place place) {
    String table = place.unit() != null ? "unit" : place.lot() != null ? "lot" : "product";
    Long id = place.unit() != null ? place.unit() : place.lot();
    sql.sql("select id from %s where id = :id for no key update".formatted(table))
        .param("id", id == null ? place.product() : id)
        .query(Long.class)
        .single();
  }

  /** Product, lot, unit: in the order in which everybody takes them. */
  void hold(long unit) {
    sql.sql(
            """
            select p.id from product p where p.id = (select product_id from unit where id = :unit)
            for share
            """)
        .param("unit", unit)
        .query(Long.class)
        .list();
    sql.sql(
            "select t.id from lot t where t.id = (select lot_id from unit where id = :unit) for share")
        .param("unit", unit)
        .query(Long.class)
        .list();
    sql.sql("select id from unit where id = :unit for no key update")
        .param("unit", unit)
        .query(Long.class)
        .list();
  }

  long insert(Place place, NewStop stop, Actor by, Instant now) {
    return sql.sql(
            """
            insert into stop_mark (product_id, lot_id, unit_id, reason, words, evidence, set_by_kind,
              set_by_id, set_at)
            values (:product, :lot, :unit, :reason, :words, :evidence, :byKind, :byId, :now)
            returning id
            """)
        .param("product", place.product())
        .param("lot", place.lot())
        .param("unit", place.unit())
        .param("reason", stop.reason().code())
        .param("words", stop.words().strip())
        .param("evidence", stop.evidence().strip())
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  boolean lift(long id, String words, Actor by, Instant now) {
    return sql.sql(
                """
                update stop_mark set lifted_at = :now, lifted_by_kind = :byKind,
                  lifted_by_id = :byId, lifted_words = :words
                where id = :id and lifted_at is null
                """)
            .param("now", Sql.at(now))
            .param("byKind", by.kind())
            .param("byId", by.id())
            .param("words", words)
            .param("id", id)
            .update()
        == 1;
  }

  Optional<StopMark> find(long id) {
    return sql.sql(MARK + "where m.id = :id").param("id", id).query(StopRows::mark).optional();
  }

  List<StopMark> all(int most) {
    return sql.sql(MARK + "order by m.lifted_at desc nulls first, m.id desc limit :most")
        .param("most", most)
        .query(StopRows::mark)
        .list();
  }

  List<StopMark> behind(long after, @Nullable Boolean stands, int most) {
    return sql.sql(
            MARK
                + "where m.id > :after"
                + (stands == null
                    ? ""
                    : stands ? " and m.lifted_at is null" : " and m.lifted_at is not null")
                + " order by m.id limit :most")
        .param("after", after)
        .param("most", most)
        .query(StopRows::mark)
        .list();
  }

  List<StopMark> onProduct(long product) {
    return sql.sql(
            MARK
                + "where m.product_id = :product and m.lot_id is null and m.unit_id is null and m.lifted_at is null order by m.id")
        .param("product", product)
        .query(StopRows::mark)
        .list();
  }

  Map<Long, List<StopMark>> on(Collection<Long> units) {
    record Found(long unit, StopMark mark) {}
    Map<Long, List<StopMark>> all = new HashMap<>();
    sql.sql(
            """
            select s.unit_id as bearer, m.*, p.name as product_name, t.code as lot, u.serial
            from goods_v_stop_mark s join stop_mark m on m.id = s.mark_id
            join product p on p.id = m.product_id
            left join lot t on t.id = m.lot_id left join unit u on u.id = m.unit_id
            where s.unit_id = any(:units) and s.lifted_at is null order by m.id
            """)
        .param("units", units.toArray(Long[]::new))
        .query((rs, n) -> new Found(rs.getLong("bearer"), mark(rs, n)))
        .list()
        .forEach(
            found -> all.computeIfAbsent(found.unit(), u -> new ArrayList<>()).add(found.mark()));
    return all;
  }

  /**
   * Neither sold nor stopped, and held for nobody. The serial numbers grow with the lots, as a
   * rule: the youngest first.
   */
  List<Unit> free(long product, int most) {
    return sql.sql(
            """
            select %s from unit u join product p on p.id = u.product_id
            left join lot t on t.id = u.lot_id
            where u.product_id = :product
              and not exists (select from order_line l where l.unit_id = u.id)
              and not exists (
                select from goods_v_stop_mark s where s.unit_id = u.id and s.lifted_at is null)
              and not exists (
                select from stock h where h.unit_id = u.id and h.held_at is not null)
            order by u.serial_norm desc limit :most
            """
                .formatted(Units.COLUMNS))
        .param("product", product)
        .param("most", most)
        .query(Units::read)
        .list();
  }

  private static StopMark mark(ResultSet rs, int n) throws SQLException {
    String lot = rs.getString("lot");
    String serial = rs.getString("serial");
    long product = rs.getLong("product_id");
    Long lotId = Sql.longOrNull(rs, "lot_id");
    Long unitId = Sql.longOrNull(rs, "unit_id");
    Subject of =
        unitId != null
            ? Subject.of("unit", unitId)
            : lotId != null ? Subject.of("lot", lotId) : Subject.of("product", product);
    String part = serial != null ? serial : lot;
    String name = rs.getString("product_name");
    return new StopMark(
        rs.getLong("id"),
        of,
        product,
        part == null ? name : name + " · " + part,
        Reason.of(rs.getString("reason")),
        rs.getString("words"),
        rs.getString("evidence"),
        new Actor(rs.getString("set_by_kind"), rs.getLong("set_by_id")),
        Sql.instant(rs, "set_at"),
        lift(rs));
  }

  private static @Nullable Lift lift(ResultSet rs) throws SQLException {
    Instant at = Sql.instantOrNull(rs, "lifted_at");
    return at == null
        ? null
        : new Lift(
            at,
            new Actor(rs.getString("lifted_by_kind"), rs.getLong("lifted_by_id")),
            rs.getString("lifted_words"));
  }
}
