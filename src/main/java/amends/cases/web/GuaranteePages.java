package amends.cases.web;

import amends.cases.BrokenGuarantees;
import amends.promises.Guarantee;
import amends.promises.Guarantees;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Brand;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Staff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue of what is promised to everybody, as the house keeps it. */
@Controller
final class GuaranteePages {
  private static final Duration SPAN = Duration.ofDays(28);

  private final Guarantees guarantees;
  private final BrokenGuarantees broken;
  private final Staff staff;
  private final Permits permits;
  private final Acting acting;

  GuaranteePages(
      Guarantees guarantees, BrokenGuarantees broken, Staff staff, Permits permits, Acting acting) {
    this.guarantees = guarantees;
    this.broken = broken;
    this.staff = staff;
    this.permits = permits;
    this.acting = acting;
  }

  @GetMapping("/guarantees")
  ModelAndView show(Ask ask) {
    return page(ask, Form.blank());
  }

  @PostMapping("/guarantees")
  ModelAndView publish(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.ADMINISTER_STAFF);
    return acting.act(
        ask,
        next,
        () -> {
          guarantees.publish(
              new Guarantees.Wanted(
                  Typed.number(ask, "brand"),
                  ask.field("title"),
                  ask.field("words"),
                  ask.field("scope"),
                  ask.field("if_not")),
              ask.viewer().actor());
          return "cases.guarantee.done";
        },
        Acting.way("/guarantees", form -> page(ask, form)));
  }

  @PostMapping("/guarantees/{id}/end")
  ModelAndView retire(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.ADMINISTER_STAFF);
    return acting.act(
        ask,
        next,
        () -> {
          guarantees.retire(ask.id(), ask.viewer().actor());
          return "cases.guarantee.retired";
        },
        Acting.way("/guarantees", form -> page(ask, form)));
  }

  private ModelAndView page(Ask ask, Form form) {
    Voice t = ask.page().t();
    Map<Long, Integer> counts = broken.counts(ask.page().now().minus(SPAN));
    List<Choice> brands = new ArrayList<>();
    brands.add(Choice.of("", t.say("cases.guarantee.every")));
    staff.brands().forEach(b -> brands.add(Choice.of(String.valueOf(b.id()), b.name())));
    return new ModelAndView(
        "cases/guarantees",
        "v",
        new GuaranteesView(
            ask.page(),
            acting.withToken(form),
            guarantees.standing().stream()
                .map(g -> row(t, g, counts.getOrDefault(g.id(), 0)))
                .toList(),
            brands,
            permits.may(ask.viewer(), Permission.ADMINISTER_STAFF)));
  }

  private GuaranteesView.Row row(Voice t, Guarantee one, int times) {
    String brand =
        staff.brands().stream()
            .filter(b -> Long.valueOf(b.id()).equals(one.brand()))
            .map(Brand::name)
            .findFirst()
            .orElseGet(() -> t.say("cases.guarantee.every"));
    return new GuaranteesView.Row(
        one.id(),
        one.title(),
        one.words(),
        one.scope(),
        one.ifNot(),
        t.say("cases.guarantee.since", brand, t.date(one.madeAt()), times));
  }
}
