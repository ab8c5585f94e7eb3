package amends.cases.web;

import amends.cases.Case;
import amends.cases.Undertaken;
import amends.promises.Undertaking;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.staff.Permission;
import amends.staff.Person;
import amends.staff.Staff;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking a colleague to do something for a customer, or noting what a supplier has promised us. */
@Controller
final class UndertakingPages implements Deed {
  private final Undertaken undertaken;
  private final Staff staff;
  private final ActPage actPage;

  UndertakingPages(Undertaken undertaken, Staff staff, ActPage actPage) {
    this.undertaken = undertaken;
    this.staff = staff;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/undertakings/new")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/undertakings/new")
  ModelAndView ask(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Voice t = ask.page().t();
    List<Choice> who = new ArrayList<>();
    who.add(Choice.of("", t.say("cases.undertaking.supplier.choice")));
    staff.people().stream()
        .filter(Person::active)
        .filter(p -> p.id() != ask.viewer().id())
        .filter(p -> matter.named() == null || matter.named().contains(p.id()))
        .forEach(p -> who.add(Choice.of(String.valueOf(p.id()), p.name())));
    return new Sheet("undertaking", "", who);
  }

  @Override
  public String act(Ask ask) {
    Long person = Typed.number(ask, "who");
    String supplier = ask.field("supplier").strip();
    if (person != null && !supplier.isEmpty()) {
      throw new Refusal("supplier", "cases.undertaking.refusal.both");
    }
    if (person == null && supplier.isEmpty()) {
      throw new Refusal("who", "cases.undertaking.refusal.nobody");
    }
    undertaken.ask(
        ask.id(),
        person == null
            ? new Undertaking.By.Supplier(supplier)
            : new Undertaking.By.Colleague(person),
        ask.field("words"),
        Typed.required(ask, "by"),
        ask.viewer());
    return person == null ? "cases.undertaking.noted" : "cases.undertaking.asked";
  }
}
