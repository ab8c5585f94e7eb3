package amends.cases;

import amends.goods.Goods;
import amends.goods.GoodsEntered;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders and units that a program named for a case before they were known here. The case shows
 * their numbers, and is linked when they come; an order only where it is the customer's own.
 */
@Component
public final class UnknownThings {
  private static final int LONGEST = 200;

  private final JdbcClient sql;
  private final Access access;
  private final Goods goods;
  private final Journal journal;

  UnknownThings(JdbcClient sql, Access access, Goods goods, Journal journal) {
    this.sql = sql;
    this.access = access;
    this.goods = goods;
    this.journal = journal;
  }

  /** What it is. */
  public enum Kind {
    ORDER,
    UNIT;

    public String code() {
      return this == ORDER ? "order" : "unit";
    }
  }

  /** One that is not known yet. */
  public record Thing(Kind kind, String number) {}

  /** Keeps its number with a case. */
  public void note(long caseId, Thing named, Viewer by) {
    String number = named.number().strip();
    String kept = number.length() <= LONGEST ? number : number.substring(0, LONGEST - 1) + "…";
    access.touch(
        caseId,
        Permission.WORK_CASE,
        by,
        matter -> {
          sql.sql(
                  """
                  insert into case_unknown (case_id, kind, number, norm, noted_at)
                  values (:case, :kind, :number, :norm, :now)
                  """)
              .param("case", caseId)
              .param("kind", named.kind().code())
              .param("number", kept)
              .param("norm", named.kind() == Kind.UNIT ? goods.plate(kept) : kept)
              .param("now", Sql.at(access.now()))
              .update();
          tell("case.thing_unknown", matter.id(), named.kind().code(), by.actor());
        });
  }

  private void tell(String kind, long caseId, String what, Actor by) {
    journal.record(kind, Case.subject(caseId), by, Map.of("what", what));
  }

  /** Those of a case that are not known yet, and that nobody has put another in place of. */
  public List<Thing> of(Case matter) {
    return named(matter).stream()
        .filter(t -> (t.kind() == Kind.ORDER ? matter.orderId() : matter.unitId()) == null)
        .toList();
  }

  private List<Thing> named(Case matter) {
    return access.rows().filed().list(matter.id(), () -> unknown(matter.id()), Filed.Kind.UNKNOWN);
  }

  private List<Thing> unknown(long caseId) {
    return sql.sql(
            """
            select kind, number from case_unknown where case_id = :case and known_at is null
            order by id
            """)
        .param("case", caseId)
        .query((rs, n) ->
            new Thing(
                rs.getString("kind").equals("order") ? Kind.ORDER : Kind.UNIT,
                rs.getString("number")))
        .list();
  }

  @EventListener
  void on(GoodsEntered event) {
    if (event.ids().isEmpty() || !waitedFor(event.kind())) {
      return;
    }
    boolean order = event.kind().equals("order");
    for (Known known : order ? orders(event.ids()) : units(event.ids())) {
      sql.sql(
              """
              update amends_case set {thing} = coalesce({thing}, :thing) where id = :case
              """
                  .replace("{thing}", order ? "order_id" : "unit_id"))
          .param("thing", known.thing())
          .param("case", known.caseId())
          .update();
      sql.sql("update case_unknown set known_at = :now where id = :id")
          .param("now", Sql.at(access.now()))
          .param("id", known.id())
          .update();
      tell("case.thing_known", known.caseId(), event.kind(), Actor.SYSTEM);
    }
  }

  private boolean waitedFor(String kind) {
    return sql.sql(
            "select exists(select from case_unknown where kind = :kind and known_at is null)")
        .param("kind", kind)
        .query(Boolean.class)
        .single();
  }

  private record Known(long id, long caseId, long thing) {}

  /** Of another customer it stays unknown: a colleague looks whose it is. */
  private List<Known> orders(List<Long> ids) {
    return known(
        """
        select n.id, n.case_id, o.id as thing from goods_v_order o
        join case_unknown n on n.kind = 'order' and n.norm = o.external_id and n.known_at is null
        join amends_case c on c.id = n.case_id
        where o.id = any(:ids) and exists (
          select from customers_v_self s where s.customer_id = c.customer_id
            and s.self_id = o.customer_id)
        order by n.id
        """,
        ids);
  }

  /** Two makers may use the same number: then it is not the one. */
  private List<Known> units(List<Long> ids) {
    return known(
        """
        select n.id, n.case_id, u.id as thing from goods_v_unit u
        join case_unknown n on n.kind = 'unit' and n.norm = u.serial_norm and n.known_at is null
        where u.id = any(:ids) and not exists (
          select from goods_v_unit o where o.serial_norm = u.serial_norm and o.id <> u.id)
        order by n.id
        """,
        ids);
  }

  private List<Known> known(String statement, List<Long> ids) {
    return sql.sql(statement)
        .param("ids", ids.toArray(Long[]::new))
        .query((rs, n) -> new Known(rs.getLong("id"), rs.getLong("case_id"), rs.getLong("thing")))
        .list();
  }
}
