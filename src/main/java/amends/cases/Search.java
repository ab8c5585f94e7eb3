package amends.cases;

import amends.customers.Customers;
import amends.customers.Match;
import amends.goods.Goods;
import amends.goods.Order;
import amends.goods.Thing;
import amends.goods.Unit;
import amends.shared.Plain;
import amends.shared.Subject;
import amends.staff.Visible;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cases, open and closed, by their number, their customer, order or unit, and the words
 * written in them; and the customers, orders and units themselves.
 */
@Component
public final class Search {
  private static final int LONGEST = 100;
  private static final int MOST_OF_A_KIND = 20;
  private static final int MOST_OF_EACH = 10;

  private static final String OF_FIELD =
      "case_field_value v join amends_case c on c.id = v.case_id";

  private final JdbcClient sql;
  private final Customers customers;
  private final Goods goods;
  private final SaidWords words;
  private final CaseTexts texts;

  Search(JdbcClient sql, Customers customers, Goods goods, SaidWords words, CaseTexts texts) {
    this.sql = sql;
    this.customers = customers;
    this.goods = goods;
    this.words = words;
    this.texts = texts;
  }

  /** Why a case was found, the surest first. */
  public enum Reason {
    NUMBER,
    ORDER,
    UNIT,
    CUSTOMER,
    SUBJECT,
    WORDS,
    /** Its customer's name resembles what was typed. */
    RESEMBLING
  }

  /**
   * One case.
   *
   * @param text the beginning of all that is written in it; "" unless its words were found
   */
  public record Hit(Queue.Row row, Reason reason, String text) {}

  /**
   * What was found, each kind in its order.
   *
   * @param typed what was searched for, as it was understood
   * @param stems the forms in which words were looked for, to show where they stand
   */
  public record Results(
      String typed,
      List<Hit> cases,
      List<Match> customers,
      List<Order> orders,
      List<Unit> units,
      List<String> stems) {
    public boolean nothing() {
      return cases.isEmpty() && customers.isEmpty() && orders.isEmpty() && units.isEmpty();
    }
  }

  /**
   * Searches at once. Each way to find has an index and a limit of its own.
   *
   * @param visible the cases that may be shown; customers and goods are for whoever may read them
   * @param most of the cases
   */
  public Results find(String text, Visible visible, int most) {
    String typed = Plain.line(text, LONGEST);
    List<Match> close = customers.searchClosely(typed, MOST_OF_A_KIND);
    List<Thing> things = goods.findSold(typed, MOST_OF_A_KIND);
    List<Order> orders = only(things, Order.class);
    List<Unit> units = only(things, Unit.class);
    SaidWords.Found said = words.find(typed, visible);
    boolean nothing = close.isEmpty() && things.isEmpty() && said.cases().isEmpty();
    List<Match> people = nothing ? customers.searchFarther(typed, MOST_OF_A_KIND) : close;
    Finds finds =
        new Finds(
            typed,
            ids(people, false),
            ids(people, true),
            ids(orders, Order::id),
            ids(units, Unit::id),
            best(said, most));
    List<Hit> cases =
        texts.beside(cases(finds, visible, MOST_OF_EACH, most), new Sought(typed, said.stems()));
    return new Results(typed, cases, people, orders, units, said.stems());
  }

  /**
   * Makes the words of these cases anew within the caller's act, so that what was blanked is gone
   * from the search when the act is done.
   */
  public void forgetWords(Collection<Long> cases) {
    texts.index(cases);
  }

  /** The cases of one customer, about one order or one unit: the newest first. */
  public List<Hit> about(Subject subject, Visible visible, int most) {
    Long[] one = {subject.id()};
    Long[] none = {};
    Finds finds =
        switch (subject.kind()) {
          case "customer" -> new Finds("", selves(subject.id()), none, none, none, List.of());
          case "order" -> new Finds("", none, none, one, none, List.of());
          case "unit" -> new Finds("", none, none, none, one, List.of());
          default -> throw new IllegalArgumentException(subject.kind());
        };
    return cases(finds, visible, most, most);
  }

  private Long[] selves(long customer) {
    return customers.selves(customer).toArray(Long[]::new);
  }

  private record Finds(
      String typed,
      Long[] customers,
      Long[] resembling,
      Long[] orders,
      Long[] units,
      List<Map.Entry<Long, Double>> words) {}

  private static Long[] ids(List<Match> people, boolean resembling) {
    return people.stream()
        .filter(match -> (match.how() == Match.How.RESEMBLING) == resembling)
        .map(match -> match.customer().id())
        .toArray(Long[]::new);
  }

  /** The best of those that bear the words. */
  private static List<Map.Entry<Long, Double>> best(SaidWords.Found said, int most) {
    return said.cases().entrySet().stream()
        .sorted(
            Map.Entry.<Long, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .limit(most)
        .toList();
  }

  private List<Hit> cases(Finds finds, Visible visible, int each, int most) {
    String typed = finds.typed().toLowerCase(Locale.ROOT);
    return sql.sql(statement(visible, each, most))
        .params(visible.params())
        .param("number", number(finds.typed()))
        .param("customers", padded(finds.customers()))
        .param("resembling", padded(finds.resembling()))
        .param("orders", padded(finds.orders()))
        .param("units", padded(finds.units()))
        .param("beginning", typed.isEmpty() ? null : typed)
        .param("beyond", typed.isEmpty() ? null : Plain.beyond(typed))
        .param("words", finds.words().stream().map(Map.Entry::getKey).toArray(Long[]::new))
        .param("ranks", finds.words().stream().map(Map.Entry::getValue).toArray(Double[]::new))
        .query((rs, n) -> new Hit(Queue.row(rs, n), Reason.values()[rs.getInt("reason")], ""))
        .list();
  }

  /**
   * As long as what is thought of an array that is not known. For a shorter one PostgreSQL believes
   * a plan of its own to be worth its while and makes it anew for each search: that took 3 ms, and
   * what was planned a tenth of one.
   */
  private static Long[] padded(Long[] ids) {
    Long[] padded = Arrays.copyOf(ids, Math.max(ids.length, MOST_OF_A_KIND));
    Arrays.fill(padded, ids.length, padded.length, 0L);
    return padded;
  }

  /** What the viewer may not see is left out where it is looked for, and once more at the end. */
  private static String statement(Visible visible, int each, int most) {
    String seen = visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only");
    String ways =
        String.join(
            " union all ",
            "select c.id, 0, cast(0 as float8) from amends_case c where c.id = :number",
            newest(1, "orders", "amends_case c where c.order_id = k.id"),
            newest(1, "orders", OF_FIELD + " where v.order_id = k.id"),
            newest(2, "units", OF_FIELD + " where v.unit_id = k.id"),
            newest(2, "units", "amends_case c where c.unit_id = k.id"),
            newest(3, "customers", "amends_case c where c.customer_id = k.id"),
            """
            (select c.id, 4, 0 from amends_case c
             where lower(c.subject) ~>=~ :beginning and lower(c.subject) ~<~ :beyond and {seen}
             limit {each})
            """,
            """
            select w.id, 5, w.rank
            from unnest(cast(:words as bigint[]), cast(:ranks as float8[])) as w(id, rank)
            """,
            newest(6, "resembling", "amends_case c where c.customer_id = k.id"));
    return ("with hit(id, reason, rank) as ("
                + ways
                + """
                ),
                best as (
                  select hit.id, min(hit.reason) as reason, max(hit.rank) as rank
                  from hit join amends_case c on c.id = hit.id where {seen}
                  group by hit.id order by 2, 3 desc, 1 desc limit {most})
                """)
            .replace("{seen}", seen)
            .replace("{each}", Integer.toString(each))
            .replace("{most}", Integer.toString(most))
        + Queue.COLUMNS
        + """
        , best.reason
        from best join amends_case c on c.id = best.id
        join customers_v_customer k on k.id = c.customer_id
        left join promises_v_promise p on p.id = c.next_promise_id
        left join staff_v_person o on o.id = c.owner_id
        join staff_v_team t on t.id = c.team_id
        order by best.reason, best.rank desc, best.id desc
        """;
  }

  /** Of each customer, order or unit the newest cases. */
  private static String newest(int reason, String ids, String from) {
    return """
    select n.id, %d, 0 from unnest(cast(:%s as bigint[])) as k(id) cross join lateral (
      select c.id from %s and {seen} order by c.id desc limit {each}) n
    """
        .formatted(reason, ids, from);
  }

  private static @Nullable Long number(String typed) {
    String digits = typed.replaceFirst("^#\\s*", "");
    return digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
  }

  private static <T> List<T> only(List<Thing> things, Class<T> kind) {
    return things.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static <T> Long[] ids(List<T> all, Function<T, Long> id) {
    return all.stream().map(id).toArray(Long[]::new);
  }
}
