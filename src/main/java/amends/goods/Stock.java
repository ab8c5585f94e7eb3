package amends.goods;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The units that are ours to send. One is held for somebody before it is promised, and leaves once.
 * Whether it may leave is not asked here, but of {@link StopMarks}.
 */
@Component
public final class Stock {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Units units;
  private final Journal journal;

  Stock(JdbcClient sql, InstantSource clock, Acts acts, Units units, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.units = units;
    this.journal = journal;
  }

  /**
   * Takes units into the stock; those that lie there already stay as they are.
   *
   * @return how many were new
   * @throws Refusal of the field {@code serial} for one that was sold
   */
  public int enter(List<Long> unitIds, Actor by) {
    return acts.call(() -> {
      refuseSold(unitIds);
      List<Long> fresh =
          sql.sql(
                  """
                  insert into stock (unit_id, entered_at)
                  select u.id, :now from unit u where u.id = any(:ids) order by u.id
                  on conflict (unit_id) do nothing returning unit_id
                  """)
              .param("now", Sql.at(clock.instant()))
              .param("ids", unitIds.toArray(Long[]::new))
              .query(Long.class)
              .list();
      fresh.forEach(unit -> journal.record("unit.stocked", Subject.of("unit", unit), by));
      return fresh.size();
    });
  }

  private void refuseSold(List<Long> unitIds) {
    sql.sql(
            """
            select u.serial from unit u where u.id = any(:ids)
              and exists (select from order_line l where l.unit_id = u.id)
            order by u.id limit 1
            """)
        .param("ids", unitIds.toArray(Long[]::new))
        .query(String.class)
        .optional()
        .ifPresent(serial -> {
          throw new Refusal("serial", "goods.refuse.not-ours", serial);
        });
  }

  /** How much of a product is there. */
  public record Count(String product, long free, long held) {}

  /** By product: what is free, and what is held and has not left. */
  public List<Count> counts() {
    return sql.sql(
            """
            select p.name || ' (' || p.external_id || ')' as product,
              count(*) filter (where s.held_at is null) as free,
              count(*) filter (where s.held_at is not null) as held
            from stock s join unit u on u.id = s.unit_id join product p on p.id = u.product_id
            where s.left_at is null group by p.id, p.name, p.external_id order by p.name, p.id
            """)
        .query(
            (rs, n) -> new Count(rs.getString("product"), rs.getLong("free"), rs.getLong("held")))
        .list();
  }

  /** Units of a product that nobody holds, the oldest first. */
  public List<Unit> free(long productId, int most) {
    List<Long> ids =
        sql.sql(
                """
                select s.unit_id from stock s join unit u on u.id = s.unit_id
                where s.held_at is null and u.product_id = :product
                order by s.entered_at, s.unit_id limit :most
                """)
            .param("product", productId)
            .param("most", most)
            .query(Long.class)
            .list();
    Map<Long, Unit> found =
        units.units(ids).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    return ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
  }

  /**
   * Holds a unit for somebody, within the caller's act. One that was never entered is entered by
   * it.
   *
   * @return whether it was free; a holder of this one already gets yes again
   * @throws Refusal of the field {@code serial} when it was sold
   */
  public boolean hold(long unitId, Subject holder, Actor by) {
    refuseSold(List.of(unitId));
    int held =
        sql.sql(
                """
                insert into stock as s (unit_id, entered_at, held_kind, held_id, held_at)
                values (:unit, :now, :kind, :id, :now)
                on conflict (unit_id) do update set held_kind = excluded.held_kind,
                  held_id = excluded.held_id, held_at = excluded.held_at
                where s.held_at is null
                """)
            .param("kind", holder.kind())
            .param("id", holder.id())
            .param("now", Sql.at(clock.instant()))
            .param("unit", unitId)
            .update();
    if (held == 0) {
      return heldBy(holder).filter(unit -> unit == unitId).isPresent();
    }
    journal.record(
        "unit.held",
        Subject.of("unit", unitId),
        by,
        Map.of("for", holder.kind(), "id", holder.id()));
    return true;
  }

  /** Which unit is held for it; also when it has left. */
  public Optional<Long> heldBy(Subject holder) {
    return sql.sql("select unit_id from stock where held_kind = :kind and held_id = :id")
        .param("kind", holder.kind())
        .param("id", holder.id())
        .query(Long.class)
        .optional();
  }

  /** Gives back what has not left, within the caller's act. */
  public boolean release(Subject holder, Actor by) {
    Optional<Long> unit = heldBy(holder);
    int free =
        sql.sql(
                """
                update stock set held_kind = null, held_id = null, held_at = null
                where held_kind = :kind and held_id = :id and left_at is null
                """)
            .param("kind", holder.kind())
            .param("id", holder.id())
            .update();
    if (free == 1) {
      unit.ifPresent(id -> journal.record("unit.released", Subject.of("unit", id), by));
    }
    return free == 1;
  }

  /**
   * It leaves, within the caller's act, in which it was locked and asked after.
   *
   * @throws Refusal when it is not held for them, or has left
   */
  public void leave(long unitId, Subject holder, Actor by) {
    int left =
        sql.sql(
                """
                update stock set left_at = :now
                where unit_id = :unit and held_kind = :kind and held_id = :id and left_at is null
                """)
            .param("now", Sql.at(clock.instant()))
            .param("unit", unitId)
            .param("kind", holder.kind())
            .param("id", holder.id())
            .update();
    if (left == 0) {
      throw new Refusal("", "goods.refuse.not-held");
    }
    journal.record("unit.left", Subject.of("unit", unitId), by);
  }

  /**
   * What had left for this one lies here again and is free, within the caller's act.
   *
   * @return whether it had left from here
   */
  public boolean comeBack(long unitId, Subject holder, Actor by) {
    int back =
        sql.sql(
                """
                update stock set held_kind = null, held_id = null, held_at = null, left_at = null,
                  entered_at = :now
                where unit_id = :unit and held_kind = :kind and held_id = :id and left_at is not null
                """)
            .param("now", Sql.at(clock.instant()))
            .param("unit", unitId)
            .param("kind", holder.kind())
            .param("id", holder.id())
            .update();
    if (back == 1) {
      journal.record("unit.came_back", Subject.of("unit", unitId), by);
    }
    return back == 1;
  }
}
