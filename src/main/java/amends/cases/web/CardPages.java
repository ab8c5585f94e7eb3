package amends.cases.web;

import amends.customers.Changes;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Match;
import amends.customers.QuietHours;
import amends.shared.Refusal;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Permits;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A customer's card: name, language, zone, hours of quiet, and whom they act for. */
@Controller
final class CardPages {
  private static final int MOST_ALIKE = 10;

  private final Customers customers;
  private final Changes changes;
  private final Permits permits;
  private final Acting acting;

  CardPages(Customers customers, Changes changes, Permits permits, Acting acting) {
    this.customers = customers;
    this.changes = changes;
    this.permits = permits;
    this.acting = acting;
  }

  @GetMapping("/customers/{id}/card")
  ModelAndView show(Ask ask) {
    permits.require(ask.viewer(), Permission.SEE_CUSTOMERS);
    return shown(ask, Form.blank());
  }

  @PostMapping("/customers/{id}/card")
  ModelAndView change(Ask ask, RedirectAttributes next) {
    return changed(
        ask,
        next,
        () -> {
          Customer before = changes.lock(ask.id());
          String name = ask.field("name").strip();
          Locale locale = language(ask.field("language").strip());
          ZoneId zone = zone(ask.field("zone").strip());
          QuietHours quiet = quiet(ask);
          if (!name.equals(before.name())) {
            customers.rename(ask.id(), name, ask.viewer().actor());
          }
          if (!locale.equals(before.locale()) || !zone.equals(before.zone())) {
            changes.settle(ask.id(), locale, zone, ask.viewer().actor());
          }
          if (!Objects.equals(quiet, before.quietHours())) {
            customers.quietHours(ask.id(), quiet, ask.viewer().actor());
          }
          return "customers.card.done";
        });
  }

  @PostMapping("/customers/{id}/companies")
  ModelAndView join(Ask ask, RedirectAttributes next) {
    return changed(
        ask,
        next,
        () -> {
          customers.worksFor(ask.id(), company(ask).id(), ask.viewer().actor());
          return "customers.card.joined";
        });
  }

  @PostMapping("/customers/{id}/companies/{part}/end")
  ModelAndView leave(Ask ask, RedirectAttributes next) {
    return changed(
        ask,
        next,
        () -> {
          boolean person = customers.customer(ask.id()).kind() == Customer.Kind.PERSON;
          customers.leaves(
              person ? ask.id() : ask.part(), person ? ask.part() : ask.id(), ask.viewer().actor());
          return "customers.card.left";
        });
  }

  private ModelAndView changed(Ask ask, RedirectAttributes next, Acting.Act act) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    customers.customer(ask.id());
    return acting.act(
        ask, next, act, Acting.way("/customers/" + ask.id() + "/card", form -> shown(ask, form)));
  }

  private static Locale language(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    if (Arrays.stream(Locale.getISOLanguages()).noneMatch(l -> l.equals(locale.getLanguage()))) {
      throw new Refusal("language", "customers.card.refuse.language");
    }
    return locale;
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw new Refusal("zone", "customers.card.refuse.zone");
    }
  }

  private static @Nullable QuietHours quiet(Ask ask) {
    LocalTime from = time(ask, "quiet_from");
    LocalTime to = time(ask, "quiet_to");
    if (from == null && to == null) {
      return null;
    }
    if (from == null || to == null || from.equals(to)) {
      throw new Refusal(from == null ? "quiet_from" : "quiet_to", "customers.card.refuse.quiet");
    }
    return new QuietHours(from, to);
  }

  private static @Nullable LocalTime time(Ask ask, String field) {
    String typed = ask.field(field).strip();
    try {
      return typed.isEmpty() ? null : LocalTime.parse(typed);
    } catch (DateTimeParseException e) {
      throw new Refusal(field, "customers.card.refuse.quiet");
    }
  }

  /** By its number, an address, or a name that only one company bears. */
  private Customer company(Ask ask) {
    String typed = ask.field("company").strip();
    List<Customer> found =
        customers.byExternalId(typed).or(() -> customers.recognise(Channel.EMAIL, typed)).stream()
            .toList();
    if (found.isEmpty()) {
      found =
          customers.search(typed, MOST_ALIKE).stream()
              .filter(match -> match.how() != Match.How.RESEMBLING)
              .map(Match::customer)
              .filter(one -> one.kind() == Customer.Kind.COMPANY)
              .toList();
    }
    if (found.size() != 1) {
      throw new Refusal(
          "company",
          found.isEmpty() ? "customers.card.refuse.company" : "customers.card.refuse.companies",
          typed);
    }
    if (found.getFirst().kind() != Customer.Kind.COMPANY) {
      throw new Refusal("company", "customers.card.refuse.company", typed);
    }
    return found.getFirst();
  }

  private ModelAndView shown(Ask ask, Form form) {
    Customer customer = customers.customer(ask.id());
    boolean person = customer.kind() == Customer.Kind.PERSON;
    List<Customer> ties =
        person ? customers.companies(customer.id()) : customers.people(customer.id());
    CardView view =
        new CardView(
            ask.page(),
            customer.id(),
            customer.name(),
            person,
            ties.stream().map(one -> new CardView.Tie(one.id(), one.name())).toList(),
            zones(),
            permits.may(ask.viewer(), Permission.OPEN_CASE),
            acting.withToken(filled(customer, form)));
    return new ModelAndView("cases/card", "v", view);
  }

  private static List<Choice> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(z -> z.contains("/") && !z.startsWith("Etc/") && !z.startsWith("SystemV/"))
        .sorted()
        .map(z -> Choice.of(z, z))
        .toList();
  }

  private static Form filled(Customer customer, Form form) {
    QuietHours quiet = customer.quietHours();
    Map<String, String> values = new HashMap<>();
    values.put("name", customer.name());
    values.put("language", customer.locale().toLanguageTag());
    values.put("zone", customer.zone().getId());
    values.put("quiet_from", quiet == null ? "" : quiet.from().toString());
    values.put("quiet_to", quiet == null ? "" : quiet.to().toString());
    values.putAll(form.values());
    return new Form(values, form.errors());
  }
}
