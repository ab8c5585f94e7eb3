package amends.cases.web;

import amends.cases.Dealings;
import amends.customers.Channel;
import amends.customers.Choices;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Purpose;
import amends.messages.Medium;
import amends.messages.NotSent;
import amends.messages.Suppressions;
import amends.messages.Way;
import amends.messages.Ways;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of a customer's wishes together. */
@Component
final class ContactWishes {
  private static final int MOST = 50;

  private final Customers customers;
  private final Choices choices;
  private final Sendings sendings;
  private final Dealings dealings;
  private final Permits permits;

  ContactWishes(
      Customers customers, Choices choices, Sendings sendings, Dealings dealings, Permits permits) {
    this.customers = customers;
    this.choices = choices;
    this.sendings = sendings;
    this.dealings = dealings;
    this.permits = permits;
  }

  @Component
  record Sendings(NotSent notSent, Suppressions suppressions, Ways ways, Staff staff) {}

  ModelAndView shown(Ask ask, Form form) {
    Customer customer = customers.customer(ask.id());
    Voice t = ask.page().t();
    ContactWishView view =
        new ContactWishView(
            ask.page(),
            customer.id(),
            customer.name(),
            order(t, customer),
            choices.of(customer.id()).stream().map(c -> said(t, c)).toList(),
            stopped(t, customer),
            kept(ask),
            choices.largePrint(customer.id()),
            permits.may(ask.viewer(), Permission.OPEN_CASE),
            permits.may(ask.viewer(), Permission.KEEP_DESK),
            List.of(purpose(t, Purpose.SERVICE), purpose(t, Purpose.MARKETING)),
            channels(t),
            Suppressions.WHY.stream()
                .map(why -> Choice.of(why, t.say("messages.suppression.why." + why)))
                .toList(),
            form);
    return new ModelAndView("cases/wishes", "v", view);
  }

  /** In which order we try to reach them. */
  private String order(Voice t, Customer customer) {
    long brand = sendings.staff().defaultBrand().orElseThrow().id();
    return sendings.ways().of(new Ways.To(customer.id(), brand, Subject.of("case", 0))).stream()
        .filter(Way::open)
        .filter(way -> !way.why().equals("asked"))
        .map(way -> t.say("messages.medium." + way.medium().code()))
        .collect(Collectors.joining(t.say("customers.wish.then")));
  }

  private static Choice purpose(Voice t, Purpose purpose) {
    return Choice.of(purpose.code(), t.say("customers.wish.purpose." + purpose.code()));
  }

  private static List<Choice> channels(Voice t) {
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", t.say("customers.wish.any")));
    all.addAll(Channels.choices(t));
    return all;
  }

  private static String said(Voice t, Choices.Choice said) {
    Channel channel = said.channel();
    return t.say(
        said.allowed() ? "customers.wish.yes" : "customers.wish.no",
        t.say("customers.wish.purpose." + said.purpose().code()),
        channel == null
            ? t.say("customers.wish.any")
            : t.say("customers.channel." + channel.code()),
        t.date(said.at()));
  }

  private List<ContactWishView.Stopped> stopped(Voice t, Customer customer) {
    return customers.contacts(customer.id()).stream()
        .filter(ContactPoint::living)
        .flatMap(c ->
            sendings.suppressions().standing(Medium.of(c.channel()), c.address()).stream()
                .map(s ->
                    new ContactWishView.Stopped(
                        c.id(),
                        c.address(),
                        t.say("messages.suppression." + s.reason(), t.date(s.at())))))
        .toList();
  }

  /** Of the cases that the viewer may see. */
  private List<ContactWishView.Kept> kept(Ask ask) {
    Voice t = ask.page().t();
    Set<Subject> mine =
        dealings.cases(ask.id(), ask.viewer()).stream()
            .map(c -> Subject.of("case", c.id()))
            .collect(Collectors.toSet());
    return sendings.notSent().to(customers.selves(ask.id()), MOST).stream()
        .filter(k -> mine.contains(k.about()))
        .map(k ->
            new ContactWishView.Kept(
                t.say(
                    "customers.wish.kept",
                    t.at(k.at(), ask.page().now()),
                    t.say("messages.medium." + k.channel()),
                    t.say(k.reason())),
                "/cases/" + k.about().id(),
                t.say("messages.outbound.case", String.valueOf(k.about().id()))))
        .toList();
  }
}
