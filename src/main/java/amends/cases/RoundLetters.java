package amends.cases;

import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.Order;
import amends.messages.Medium;
import amends.messages.Places;
import amends.shared.Sql;
import amends.staff.Brand;
import amends.staff.Permission;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each person is written, and who cannot be written to: one statement for each kind of thing.
 */
@Component
final class RoundLetters {
  /** So long after the last keystroke somebody still counts as writing. */
  private static final Duration WRITING = Duration.ofMinutes(10);

  private final JdbcClient sql;
  private final Access access;
  private final Sources sources;

  RoundLetters(JdbcClient sql, Access access, Sources sources) {
    this.sql = sql;
    this.access = access;
    this.sources = sources;
  }

  /** Where the words come from. */
  @Component
  record Sources(Customers customers, Goods goods, Letters letters, Staff staff) {}

  /**
   * A filled draft for one case.
   *
   * @param draft the words as they go out
   */
  record Filled(Case matter, Customer customer, Draft draft, @Nullable String hindrance) {}

  private record Known(
      Map<Long, Customer> customers,
      Set<Long> reachable,
      Map<Long, Order> orders,
      Set<Long> writing) {}

  List<Round.Choice> chosen(Collection<Long> cases, Viewer by) {
    List<Case> matters = seen(cases, by);
    Set<Long> ids = matters.stream().map(Case::customerId).collect(Collectors.toSet());
    Map<Long, Customer> customers = sources.customers().customers(ids);
    return matters.stream()
        .map(matter ->
            new Round.Choice(
                matter.id(),
                matter.subject(),
                Objects.requireNonNull(customers.get(matter.customerId())).name()))
        .toList();
  }

  List<Case> seen(Collection<Long> cases, Viewer by) {
    return access.rows().all(cases).stream()
        .filter(matter -> access.permits().may(by, Permission.SEE_CASE, matter.scope()))
        .toList();
  }

  List<Filled> filled(Draft draft, Collection<Long> cases, Viewer by) {
    List<Case> matters = seen(cases, by);
    Known known = known(matters, by);
    return matters.stream().map(matter -> filled(draft, matter, known, by)).toList();
  }

  /** The whole letters, as they will be read. */
  List<Round.Letter> letters(Draft draft, Collection<Long> cases, Viewer by) {
    Map<Long, Brand> brands =
        sources.staff().brands().stream().collect(Collectors.toMap(Brand::id, Function.identity()));
    return filled(draft, cases, by).stream().map(one -> letter(one, brands, by)).toList();
  }

  private Round.Letter letter(Filled one, Map<Long, Brand> brands, Viewer by) {
    Brand brand = Objects.requireNonNull(brands.get(one.matter().brandId()));
    Draft draft = one.draft();
    String next = draft.nothingMore() ? null : draft.words();
    String body =
        sources
            .letters()
            .reply(
                draft.text(),
                Medium.EMAIL,
                new Letters.Hands(one.customer(), brand, by.name()),
                next,
                draft.dueAt());
    return new Round.Letter(
        one.matter().id(), one.matter().subject(), one.customer().name(), body, one.hindrance());
  }

  private Filled filled(Draft draft, Case matter, Known known, Viewer by) {
    Customer customer = Objects.requireNonNull(known.customers().get(matter.customerId()));
    Map<String, String> values = values(draft, matter, customer, known);
    String next = draft.words();
    Draft own =
        new Draft(
                RoundWords.fill(draft.text(), values),
                next == null ? null : RoundWords.fill(next, values),
                draft.dueAt(),
                draft.nothingMore())
            // Who writes to many at once tells them of something that has happened.
            .with(Draft.Purpose.CHANGE)
            .by(Medium.EMAIL.code(), null);
    Set<String> asked = new HashSet<>(RoundWords.in(draft.text()));
    asked.addAll(RoundWords.in(next == null ? "" : next));
    asked.removeAll(values.keySet());
    return new Filled(
        matter, customer, own, hindrance(matter, customer, known, !asked.isEmpty(), by));
  }

  private Map<String, String> values(Draft draft, Case matter, Customer customer, Known known) {
    Map<String, String> values = new HashMap<>();
    values.put(RoundWords.CASE_NUMBER, String.valueOf(matter.id()));
    if (!customer.name().isBlank()) {
      values.put(RoundWords.NAME, customer.name());
      values.put(RoundWords.FIRST_NAME, first(customer));
    }
    Long orderId = matter.orderId();
    Order order = orderId == null ? null : known.orders().get(orderId);
    if (order != null) {
      values.put(RoundWords.ORDER, order.externalId());
    }
    if (draft.dueAt() != null) {
      values.put(RoundWords.NEXT_MOMENT, sources.letters().moment(customer, draft.dueAt()));
    }
    return values;
  }

  /** A company is called by its whole name. */
  private static String first(Customer customer) {
    return Places.firstName(customer.name(), customer.kind() == Customer.Kind.COMPANY);
  }

  private @Nullable String hindrance(
      Case matter, Customer customer, Known known, boolean lacks, Viewer by) {
    if (matter.closed()) {
      return "cases.round.skip.closed";
    }
    if (!access.permits().may(by, Permission.WORK_CASE, matter.scope())) {
      return "cases.round.skip.not-yours";
    }
    if (!known.reachable().contains(customer.id())) {
      return "cases.round.skip.no-address";
    }
    Channel prefers = customer.preferredChannel();
    if (prefers != null && prefers != Channel.EMAIL) {
      return "cases.round.skip.prefers";
    }
    if (known.writing().contains(matter.id())) {
      return "cases.round.skip.writing";
    }
    return lacks ? "cases.round.skip.lacks" : null;
  }

  private Known known(List<Case> matters, Viewer by) {
    Set<Long> customers = matters.stream().map(Case::customerId).collect(Collectors.toSet());
    Set<Long> orders =
        matters.stream().map(Case::orderId).filter(Objects::nonNull).collect(Collectors.toSet());
    return new Known(
        sources.customers().customers(customers),
        reachable(customers),
        sources.goods().orders(orders),
        writing(matters, by));
  }

  private Set<Long> reachable(Set<Long> ids) {
    return sources.customers().contacts(ids).values().stream()
        .flatMap(List::stream)
        .filter(point -> point.living() && point.channel() == Channel.EMAIL)
        .map(ContactPoint::customerId)
        .collect(Collectors.toSet());
  }

  private Set<Long> writing(List<Case> matters, Viewer by) {
    return Set.copyOf(
        sql.sql(
                """
                select case_id from case_draft where case_id = any(:cases) and person_id <> :me
                  and mode = 'reply' and saved_at > :since
                union
                select case_id from case_presence where case_id = any(:cases) and person_id <> :me
                  and writing and until > :now
                """)
            .param("cases", matters.stream().map(Case::id).toArray(Long[]::new))
            .param("me", by.id())
            .param("since", Sql.at(access.now().minus(WRITING)))
            .param("now", Sql.at(access.now()))
            .query(Long.class)
            .list());
  }
}
