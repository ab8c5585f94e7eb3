package amends.cases.web;

import amends.cases.About;
import amends.cases.Case;
import amends.cases.Cases;
import amends.goods.Goods;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a case is about: what they ask for, how they feel, which order and which unit. */
@Controller
final class AboutPages {
  private final Cases cases;
  private final ActPage actPage;
  private final Matters matters;
  private final Goods goods;

  AboutPages(Cases cases, ActPage actPage, Matters matters, Goods goods) {
    this.cases = cases;
    this.actPage = actPage;
    this.matters = matters;
    this.goods = goods;
  }

  @GetMapping("/cases/{id}/about")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    Ask ask = Ask.of(page, viewer, id);
    Form form = known(cases.see(id, viewer));
    return actPage.shown(ask, Permission.WORK_CASE, form, m -> sheet(ask));
  }

  @PostMapping("/cases/{id}/about")
  Object understand(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Ask ask = new Ask(page, viewer, id, typed);
    return actPage.done(
        ask,
        response,
        next,
        new ActPage.Deed(
            () -> cases.understand(id, about(ask), viewer),
            "cases.done.about",
            Permission.WORK_CASE,
            m -> sheet(ask)));
  }

  private About about(Ask ask) {
    return new About(
        Typed.orNull(ask.field("asks")),
        Typed.orNull(ask.field("mood")),
        matters.order(ask.field("order")),
        matters.unit(ask.field("unit")));
  }

  private Form known(Case matter) {
    Map<String, String> values = new HashMap<>();
    values.put("asks", Objects.requireNonNullElse(matter.asks(), ""));
    values.put("mood", Objects.requireNonNullElse(matter.mood(), ""));
    Long order = matter.orderId();
    Long unit = matter.unitId();
    values.put("order", order == null ? "" : goods.order(order).externalId());
    values.put("unit", unit == null ? "" : goods.unit(unit).serial());
    return Form.of(values);
  }

  private static ActPage.Sheet sheet(Ask ask) {
    List<Choice> moods =
        Stream.of("", "angry", "afraid", "letdown", "calm", "relieved")
            .map(m ->
                Choice.of(
                    m,
                    ask.page().t().say(m.isEmpty() ? "cases.about.mood.none" : "shared.mood." + m)))
            .toList();
    return new ActPage.Sheet("about", "", moods);
  }
}
