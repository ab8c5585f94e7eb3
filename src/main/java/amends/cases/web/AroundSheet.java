package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.ConductComplaints;
import amends.cases.ContactRules;
import amends.cases.OnlyChanges;
import amends.cases.Restrictions;
import amends.customers.Customers;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Person;
import amends.staff.Staff;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of the people around a case together. */
@Component
final class AroundSheet {
  private final Cases cases;
  private final Standing standing;
  private final Acting acting;
  private final Offers offers;
  private final People people;

  /** What stands for a case. */
  @Component
  record Standing(
      ContactRules rules,
      Restrictions restrictions,
      ConductComplaints conduct,
      RuleWords words,
      OnlyChanges onlyChanges) {}

  /** Those who can be named. */
  @Component
  record People(Staff staff, Customers customers) {}

  AroundSheet(Cases cases, Standing standing, Acting acting, Offers offers, People people) {
    this.cases = cases;
    this.standing = standing;
    this.acting = acting;
    this.offers = offers;
    this.people = people;
  }

  ModelAndView shown(Ask ask, String add, Form form) {
    Case matter = cases.see(ask.id(), ask.viewer());
    Set<Long> named = matter.named();
    Voice t = ask.page().t();
    AroundView view =
        new AroundView(
            ask.page(),
            matter.id(),
            people.customers().customer(matter.customerId()).name(),
            add,
            acting.withToken(form),
            rules(ask, matter),
            matter.restricted(),
            everybody(),
            named == null ? Set.of() : named,
            matter.restricted() ? wordings(ask) : List.of(),
            everybody().stream()
                .filter(p ->
                    add.equals("agreement") || !p.value().equals(String.valueOf(ask.viewer().id())))
                .toList(),
            offers.moments(t, ask.page().now()),
            standing.conduct().linked(ask.id(), ask.viewer()),
            !matter.closed() && cases.may(ask.viewer(), Permission.WORK_CASE, matter),
            !matter.closed() && cases.may(ask.viewer(), Permission.SETTLE, matter));
    return new ModelAndView("cases/around", "v", view);
  }

  private List<Choice> everybody() {
    return people.staff().people().stream()
        .filter(Person::active)
        .map(p -> new Choice(String.valueOf(p.id()), p.name(), p.email()))
        .toList();
  }

  private List<AroundView.Rule> rules(Ask ask, Case matter) {
    Voice t = ask.page().t();
    RuleWords words = standing.words();
    return standing.rules().standing(ask.id(), ask.viewer()).stream()
        .map(r ->
            new AroundView.Rule(
                r.id(),
                r.kind().code(),
                words.says(t, r),
                words.why(t, r),
                words.since(t, r),
                r.caseId() == matter.id()))
        .toList();
  }

  private List<AroundView.Wording> wordings(Ask ask) {
    Voice t = ask.page().t();
    return standing.restrictions().wordings(ask.id(), ask.viewer()).stream()
        .map(w -> {
          Long approved = w.approvedBy();
          String writer = standing.words().person(w.writtenBy());
          String by =
              approved == null
                  ? t.say("cases.people.words.waits", writer)
                  : t.say("cases.people.words.approved", writer, standing.words().person(approved));
          return new AroundView.Wording(
              w.id(), w.words(), by, approved != null, w.writtenBy() == ask.viewer().id());
        })
        .toList();
  }
}
