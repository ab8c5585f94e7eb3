package amends.cases.web;

import amends.cases.BrokenGuarantees;
import amends.cases.Case;
import amends.promises.Guarantee;
import amends.shared.Refusal;
import amends.shared.page.Choice;
import amends.staff.Permission;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A standing promise was not kept towards this customer. */
@Controller
final class GuaranteeBrokenPages implements Deed {
  private final BrokenGuarantees broken;
  private final ActPage actPage;

  GuaranteeBrokenPages(BrokenGuarantees broken, ActPage actPage) {
    this.broken = broken;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/guarantees")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/guarantees")
  ModelAndView note(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    List<Guarantee> noted = broken.in(matter.id(), ask.viewer());
    String note =
        noted.isEmpty()
            ? ""
            : ask.page()
                .t()
                .say(
                    "cases.guarantee.noted",
                    noted.stream().map(Guarantee::title).collect(Collectors.joining("; ")));
    return new Sheet(
        "guarantee",
        note,
        broken.open(matter.id(), ask.viewer()).stream()
            .map(g -> new Choice(String.valueOf(g.id()), g.title(), g.ifNot()))
            .toList());
  }

  @Override
  public String act(Ask ask) {
    Long chosen = Typed.number(ask, "guarantee");
    if (chosen == null) {
      throw new Refusal("guarantee", "cases.guarantee.refuse.choose");
    }
    broken.note(ask.id(), chosen, ask.viewer());
    return "cases.guarantee.done.broken";
  }
}
