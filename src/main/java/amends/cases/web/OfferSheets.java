package amends.cases.web;

import amends.cases.Case;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.remedies.Amounts;
import amends.remedies.Remedy;
import amends.remedies.Ruling;
import amends.remedies.Statutes;
import amends.remedies.Wanted;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The page on which a choice is put together. */
@Component
final class OfferSheets {
  private final RemedyLook look;
  private final RemedyOffered offered;
  private final RemedyNotes notes;
  private final Customers customers;

  OfferSheets(RemedyLook look, RemedyOffered offered, RemedyNotes notes, Customers customers) {
    this.look = look;
    this.offered = offered;
    this.notes = notes;
    this.customers = customers;
  }

  OfferView of(Ask ask, RemedySheets.Giving giving, Form form, List<String> chosen) {
    Case matter = giving.matter();
    Voice t = ask.page().t();
    Customer customer = customers.customer(matter.customerId());
    Map<String, String> values = new HashMap<>();
    List<OfferView.Way> ways = new ArrayList<>();
    for (Remedy remedy : finals(giving)) {
      boolean named = remedy.named();
      Money amount = offered.amount(matter, remedy, giving.currency());
      if (named && amount != null) {
        values.put("amount-" + remedy.id(), RemedyNotes.plain(amount));
      }
      ways.add(new OfferView.Way(choice(ask, giving, remedy), named ? giving.currency() : ""));
    }
    values.putAll(form.values());
    return new OfferView(
        ask.page(),
        matter.id(),
        String.valueOf(matter.id()),
        matter.subject(),
        customer.name(),
        new Form(values, form.errors()),
        notes.ruling(
            ask,
            look.at(
                matter,
                offered.wanted(matter, giving.remedy(), giving.currency(), ask.page().now()),
                ask.viewer())),
        ways,
        laws(t, LocalDate.ofInstant(ask.page().now(), t.zone())),
        t.say("cases.offer.told.page"),
        chosen);
  }

  private static List<Remedy> finals(RemedySheets.Giving giving) {
    return giving.others().stream().filter(remedy -> !remedy.interim()).toList();
  }

  private Choice choice(Ask ask, RemedySheets.Giving giving, Remedy remedy) {
    Wanted wanted = offered.wanted(giving.matter(), remedy, giving.currency(), ask.page().now());
    RemedyLook.Seen seen = look.at(giving.matter(), wanted, ask.viewer());
    Remedy.Words words = remedy.in(ask.page().t().locale());
    return new Choice(
        String.valueOf(remedy.id()),
        words.name(),
        seen.ruling() instanceof Ruling.Within ? words.means() : notes.ruling(ask, seen));
  }

  /** Laws that give a choice; which of them holds for this matter a person says. */
  private static List<Choice> laws(Voice t, LocalDate day) {
    List<Statutes.Choice> laws = Statutes.choices(day);
    return laws.isEmpty()
        ? List.of()
        : Stream.concat(
                Stream.of(Choice.of("", t.say("cases.offer.law.none"))),
                laws.stream().map(law -> Choice.of(law.code(), law(t, law))))
            .toList();
  }

  private static String law(Voice t, Statutes.Choice law) {
    return t.say(
        "cases.offer.law.one",
        law.source(),
        law.least(),
        law.among().stream()
            .sorted()
            .map(kind -> t.say("remedies.kind." + kind.code()))
            .collect(Collectors.joining(", ")));
  }

  /**
   * @throws Refusal of the field of the way whose amount cannot be read
   */
  List<Wanted> wanted(Ask ask, RemedySheets.Giving giving, List<String> ways) {
    return finals(giving).stream()
        .filter(remedy -> ways.contains(String.valueOf(remedy.id())))
        .map(remedy -> wanted(ask, giving, remedy))
        .toList();
  }

  private Wanted wanted(Ask ask, RemedySheets.Giving giving, Remedy remedy) {
    Wanted ready = offered.wanted(giving.matter(), remedy, giving.currency(), ask.page().now());
    if (!remedy.named()) {
      return ready;
    }
    String field = "amount-" + remedy.id();
    if (ask.field(field).isBlank()) {
      throw new Refusal(field, "cases.remedy.refusal.amount");
    }
    return Wanted.of(
            remedy.id(),
            Amounts.read(ask.field(field), giving.currency(), field),
            giving.matter().subject())
        .unit(ready.unitId(), ready.replacesUnitId());
  }
}
