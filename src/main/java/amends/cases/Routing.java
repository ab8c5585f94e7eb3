package amends.cases;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Need;
import amends.goods.Goods;
import amends.goods.Order;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the rules in their order where a case goes; the first that catches it decides. */
@Component
public final class Routing {
  private static final int NEWEST = 200;

  private final RoutingRows rows;
  private final Candidates candidates;
  private final Known known;

  Routing(RoutingRows rows, Candidates candidates, Known known) {
    this.rows = rows;
    this.candidates = candidates;
    this.known = known;
  }

  /**
   * A rule that was asked.
   *
   * @param missed what of it is not so, as a code; empty when it catches
   */
  public record Asked(RoutingRule rule, Optional<String> missed) {}

  /** Whether any rule works. */
  public boolean works() {
    return !rows.on().isEmpty();
  }

  /** Where a case about to be opened goes; empty leaves it as it is. */
  Optional<RoutingDecision> decide(NewCase draft, Customer customer, Instant now) {
    List<RoutingRule> rules = rows.on();
    return rules.isEmpty()
        ? Optional.empty()
        : decide(rules, known.of(draft, customer, now), draft.teamId(), now);
  }

  /** Where a case that is there would go now. */
  Optional<RoutingDecision> decide(Case matter, Instant now) {
    return decide(rows.on(), known.of(matter, now), matter.teamId(), now);
  }

  /**
   * Where a case that a colleague has changed goes now: by the first rule that catches it, when
   * that is one that is asked again and has not sent it before. What colleagues did with it since
   * stands.
   */
  Optional<RoutingDecision> again(Case matter, Instant now) {
    List<RoutingRule> rules = rows.on();
    if (rules.stream().noneMatch(RoutingRule::again)) {
      return Optional.empty();
    }
    Optional<Long> last = rows.last(matter.id());
    return decide(rules, known.of(matter, now), matter.teamId(), now)
        .filter(decision -> decision.rule().again())
        .filter(decision -> !last.equals(Optional.of(decision.rule().id())));
  }

  /**
   * How many of the newest cases a rule would have caught as they came in.
   *
   * @param looked at how many
   */
  public record Share(int caught, int looked) {
    private static final int FEWEST = 20;

    /** Whether it catches as good as everything; never said of a handful. */
    public boolean everything() {
      return looked >= FEWEST && caught * 20 >= looked * 19;
    }
  }

  /** The shares of rules that ask only what is known then, by their ids. */
  public Map<Long, Share> shares(List<RoutingRule> rules) {
    List<RoutingFacts> newest = rows.newest(NEWEST);
    Map<Long, Share> shares = new HashMap<>();
    rules.stream()
        .filter(rule -> rule.when().asksOfNewOnly())
        .forEach(rule ->
            shares.put(
                rule.id(),
                new Share(
                    (int)
                        newest.stream()
                            .filter(f -> RoutingLogic.misses(rule.when(), f).isEmpty())
                            .count(),
                    newest.size())));
    return shares;
  }

  /** Where a sample would go, by these rules whether they work or not. */
  public Optional<RoutingDecision> decide(
      List<RoutingRule> rules, RoutingFacts facts, long team, Instant now) {
    return rules.stream()
        .filter(rule -> RoutingLogic.misses(rule.when(), facts).isEmpty())
        .findFirst()
        .map(rule -> candidates.choose(rule, team(rule, team), now));
  }

  /** What each rule says of a sample, in their order. */
  public List<Asked> asked(List<RoutingRule> rules, RoutingFacts facts) {
    return rules.stream()
        .map(rule -> new Asked(rule, RoutingLogic.misses(rule.when(), facts)))
        .toList();
  }

  /** What the rules would look at in this case. */
  public RoutingFacts facts(Case matter, Instant now) {
    return known.of(matter, now);
  }

  void decided(long caseId, RoutingDecision decision, Instant now) {
    rows.decided(caseId, decision, now);
  }

  /** A team that nobody is in any more is not sent anything. */
  private long team(RoutingRule rule, long otherwise) {
    Long team = rule.then().teamId();
    return team != null && candidates.staff().teamIsStaffed(team) ? team : otherwise;
  }

  /** What is known of a case that rules look at. */
  @Component
  static final class Known {
    private final Customers customers;
    private final Goods goods;
    private final FieldValues fields;
    private final JdbcClient sql;
    private final Tags tags;

    Known(Customers customers, Goods goods, FieldValues fields, JdbcClient sql, Tags tags) {
      this.customers = customers;
      this.goods = goods;
      this.fields = fields;
      this.sql = sql;
      this.tags = tags;
    }

    RoutingFacts of(NewCase draft, Customer customer, Instant now) {
      return new RoutingFacts(
          draft.brandId(),
          customer.locale().getLanguage(),
          draft.channel(),
          draft.subject(),
          Set.of(),
          Map.of(),
          needs(customer.id(), now),
          false);
    }

    RoutingFacts of(Case matter, Instant now) {
      Map<Long, FieldValue> values = new HashMap<>();
      fields.of(matter).forEach(v -> values.put(v.field().id(), v));
      return new RoutingFacts(
          matter.brandId(),
          customers.customer(matter.customerId()).locale().getLanguage(),
          matter.channel(),
          matter.subject(),
          products(matter),
          values,
          needs(matter.customerId(), now),
          sql.sql("select exists (select from harm_report where case_id = :case)")
              .param("case", matter.id())
              .query(Boolean.class)
              .single(),
          Set.copyOf(tags.of(matter.id())));
    }

    private Set<Long> products(Case matter) {
      Set<Long> products = new HashSet<>();
      if (matter.unitId() != null) {
        products.add(goods.unit(matter.unitId()).product().id());
      }
      if (matter.orderId() != null) {
        goods.order(matter.orderId()).lines().stream()
            .map(Order.Line::product)
            .forEach(p -> products.add(p.id()));
      }
      return products;
    }

    private Set<String> needs(long customer, Instant now) {
      return customers.needs(customer).stream()
          .filter(need -> need.holdsAt(now))
          .map(Need::driver)
          .map(driver -> driver.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
    }
  }
}
