package amends.cases.web;

import amends.cases.Dealings;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Need;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is on the phone, and what there is with them, at a glance. */
@Component
final class CallDesk {
  private static final int MOST = 8;

  private final Customers customers;
  private final Dealings dealings;

  CallDesk(Customers customers, Dealings dealings) {
    this.customers = customers;
    this.dealings = dealings;
  }

  /** By name, number or address; by the number of a case, an order or a unit of theirs. */
  List<Choice> found(Ask ask, String find, @Nullable Long chosen) {
    Set<Long> ids = new LinkedHashSet<>();
    if (chosen != null) {
      ids.add(chosen);
    }
    if (find.strip().length() > 1) {
      ids.addAll(dealings.whose(find.strip(), ask.viewer(), MOST));
    }
    List<Long> shown = ids.stream().limit(MOST).toList();
    Map<Long, Customer> all = customers.customers(shown);
    Map<Long, List<ContactPoint>> points = customers.contacts(shown);
    return shown.stream()
        .map(all::get)
        .filter(Objects::nonNull)
        .map(c ->
            new Choice(
                String.valueOf(c.id()), c.name(), address(points.getOrDefault(c.id(), List.of()))))
        .toList();
  }

  private static String address(List<ContactPoint> points) {
    return points.stream()
        .filter(ContactPoint::living)
        .map(ContactPoint::address)
        .limit(2)
        .reduce((a, b) -> a + " · " + b)
        .orElse("");
  }

  CallView.Known known(Ask ask, @Nullable Long id) {
    Customer customer = id == null ? null : customers.customers(List.of(id)).get(id);
    if (customer == null) {
      return CallView.Known.NOBODY;
    }
    List<Dealings.Owed> owed = dealings.owed(customer.id(), ask.viewer());
    return new CallView.Known(
        customer.id(),
        customer.name(),
        customers.needs(customer.id()).stream().map(Need::words).toList(),
        owed.stream().map(o -> owed(ask, o)).toList(),
        settles(ask, owed),
        dealings.cases(customer.id(), ask.viewer()).stream()
            .filter(c -> c.closedAt() == null)
            .map(c ->
                new Choice(
                    String.valueOf(c.id()),
                    ask.page().t().say("cases.crumb", String.valueOf(c.id()), c.subject()),
                    ask.page().t().say("customers.page.opened", ask.page().t().date(c.openedAt()))))
            .toList());
  }

  /** Words that were promised in a case; nothing to choose where there are none. */
  private static List<Choice> settles(Ask ask, List<Dealings.Owed> owed) {
    Voice t = ask.page().t();
    List<Choice> words =
        owed.stream()
            .filter(Dealings.Owed::word)
            .map(o ->
                Choice.of(
                    String.valueOf(o.promiseId()),
                    t.say("cases.call.settled.word", o.words(), t.at(o.dueAt(), ask.page().now()))))
            .toList();
    Choice none = Choice.of("", t.say("cases.call.settled.none"));
    return words.isEmpty() ? words : Stream.concat(Stream.of(none), words.stream()).toList();
  }

  private static CallView.Owed owed(Ask ask, Dealings.Owed owed) {
    Duration lead = Duration.between(owed.warnAt(), owed.dueAt());
    return new CallView.Owed(
        owed.caseId(),
        owed.words(),
        Clock.running(ask.page().t(), owed.dueAt(), ask.page().now(), lead));
  }
}
