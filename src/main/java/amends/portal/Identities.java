package amends.portal;

import amends.cases.Case;
import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.Order;
import amends.journal.Journal;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How a colleague made sure who is on the phone: two things that the record knows and the person
 * said unprompted. Good for half an hour, for this colleague and this case.
 */
@Component
public final class Identities {
  static final Duration VALID = Duration.ofMinutes(30);
  private static final int NEEDED = 2;
  private static final int MOST_ORDERS = 3;
  private static final List<String> WAYS = List.of("phone", "letter", "in_person");

  /** The last line of a postal address with a number in it, as far as one can tell. */
  private static final Pattern POSTCODE =
      Pattern.compile(
          "\\b([A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]-?\\d{4,5}|\\d{3} ?\\d{2}|\\d{4,6})\\b");

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Customers customers;
  private final Goods goods;
  private final Journal journal;

  Identities(
      JdbcClient sql, InstantSource clock, Customers customers, Goods goods, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.customers = customers;
    this.goods = goods;
    this.journal = journal;
  }

  /**
   * A question with its answer, from what the record knows.
   *
   * @param code such as {@code order}, {@code postcode}, {@code email} or {@code phone}
   */
  public record Fact(String code, String answer) {}

  /** What can be asked; the best first. */
  public List<Fact> facts(Case matter) {
    List<Fact> facts = new ArrayList<>();
    for (Order order : goods.ordersOf(matter.customerId(), MOST_ORDERS)) {
      facts.add(new Fact("order", order.externalId()));
    }
    for (ContactPoint point : customers.contacts(matter.customerId())) {
      if (point.living()) {
        fact(point).ifPresent(facts::add);
      }
    }
    return facts;
  }

  private static Optional<Fact> fact(ContactPoint point) {
    if (point.channel() == Channel.LETTER) {
      Matcher code = POSTCODE.matcher(point.address());
      String last = null;
      while (code.find()) {
        last = code.group(1);
      }
      return Optional.ofNullable(last).map(found -> new Fact("postcode", found));
    }
    return switch (point.channel()) {
      case EMAIL, PHONE -> Optional.of(new Fact(point.channel().code(), point.address()));
      default -> Optional.empty();
    };
  }

  /**
   * Notes what was checked.
   *
   * @param told the codes of the facts that they named unprompted
   * @throws Refusal when that is not enough
   */
  public void check(Case matter, String way, List<String> told, Viewer by) {
    if (!WAYS.contains(way)) {
      throw new Refusal("way", "portal.refusal.way");
    }
    List<String> known = facts(matter).stream().map(Fact::code).distinct().toList();
    List<String> right = told.stream().distinct().filter(known::contains).toList();
    if (right.size() < Math.min(NEEDED, known.size()) || right.isEmpty()) {
      throw new Refusal("facts", "portal.refusal.facts");
    }
    Instant now = clock.instant();
    long id =
        sql.sql(
                """
                insert into identity_check (case_id, person_id, way, facts, checked_at, ends_at)
                values (:case, :person, :way, cast(:facts as text[]), :now, :ends) returning id
                """)
            .param("case", matter.id())
            .param("person", by.id())
            .param("way", way)
            .param("facts", right.toArray(String[]::new))
            .param("now", Sql.at(now))
            .param("ends", Sql.at(now.plus(VALID)))
            .query(Long.class)
            .single();
    journal.record(
        "portal.identity_checked",
        matter.asSubject(),
        by.actor(),
        Map.of("check", id, "way", way, "facts", right.size()));
  }

  /** The way of the check that holds now for this colleague; empty when there is none. */
  public Optional<String> holds(long caseId, Viewer by) {
    return sql.sql(
            """
            select way from identity_check
            where case_id = :case and person_id = :person and ends_at > :now
            order by id desc limit 1
            """)
        .param("case", caseId)
        .param("person", by.id())
        .param("now", Sql.at(clock.instant()))
        .query(String.class)
        .optional();
  }

  /**
   * @throws Refusal when nobody has made sure who it is
   */
  void require(long caseId, Viewer by) {
    if (holds(caseId, by).isEmpty()) {
      throw new Refusal("", "portal.refusal.identity");
    }
  }
}
