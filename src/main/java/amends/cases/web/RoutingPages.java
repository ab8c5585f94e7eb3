package amends.cases.web;

import amends.cases.RoutingRule;
import amends.cases.RoutingRules;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules of routing: read by leads, arranged by who arranges the whole desk. */
@Controller
final class RoutingPages {
  private final RoutingRules rules;
  private final RoutingForms forms;
  private final Permits permits;

  RoutingPages(RoutingRules rules, RoutingForms forms, Permits permits) {
    this.rules = rules;
    this.forms = forms;
    this.permits = permits;
  }

  @GetMapping("/routing")
  ModelAndView list(Page page, Viewer viewer) {
    permits.require(viewer, Permission.KEEP_DESK);
    RoutingWords words = new RoutingWords(page.t(), forms.lists(page.t()), forms);
    return new ModelAndView(
        "cases/routing",
        "v",
        new RoutingView.Listed(
            page,
            permits.may(viewer, Permission.ARRANGE_DESK),
            rules.all().stream().map(words::row).toList()));
  }

  @GetMapping("/routing/new")
  ModelAndView fresh(Page page, Viewer viewer) {
    permits.require(viewer, Permission.ARRANGE_DESK);
    return shown(page, null, Form.blank());
  }

  @GetMapping("/routing/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable String id) {
    permits.require(viewer, Permission.ARRANGE_DESK);
    RoutingRule rule = rules.get(Ask.number(id));
    String product = forms.productNumber(rule.when().productId());
    return shown(page, rule.id(), Form.of(RoutingForms.values(rule, product)));
  }

  @PostMapping("/routing")
  ModelAndView add(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ARRANGE_DESK);
    return kept(new Ask(page, viewer, 0, typed), response, next);
  }

  @PostMapping("/routing/{id}")
  ModelAndView change(
      Page page,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ARRANGE_DESK);
    return kept(new Ask(page, viewer, rules.get(Ask.number(id)).id(), typed), response, next);
  }

  @PostMapping("/routing/{id}/earlier")
  String earlier(Page page, Viewer viewer, @PathVariable String id, RedirectAttributes next) {
    return done(page, next, "moved", () -> rules.move(Ask.number(id), true, viewer));
  }

  @PostMapping("/routing/{id}/later")
  String later(Page page, Viewer viewer, @PathVariable String id, RedirectAttributes next) {
    return done(page, next, "moved", () -> rules.move(Ask.number(id), false, viewer));
  }

  @PostMapping("/routing/{id}/on")
  String on(Page page, Viewer viewer, @PathVariable String id, RedirectAttributes next) {
    return done(page, next, "on", () -> rules.switchOn(Ask.number(id), viewer));
  }

  @PostMapping("/routing/{id}/off")
  String off(Page page, Viewer viewer, @PathVariable String id, RedirectAttributes next) {
    return done(page, next, "off", () -> rules.switchOff(Ask.number(id), viewer));
  }

  @PostMapping("/routing/{id}/ending")
  String end(Page page, Viewer viewer, @PathVariable String id, RedirectAttributes next) {
    return done(page, next, "ended", () -> rules.end(Ask.number(id), viewer));
  }

  private static String done(Page page, RedirectAttributes next, String what, Runnable deed) {
    try {
      deed.run();
      next.addFlashAttribute(Pages.FLASH, page.t().say("cases.routing.done." + what));
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal));
    }
    return "redirect:/routing";
  }

  private ModelAndView kept(Ask ask, HttpServletResponse response, RedirectAttributes next) {
    try {
      rules.keep(forms.read(ask, ask.id(), ask.page().t()), ask.viewer());
      next.addFlashAttribute(Pages.FLASH, ask.page().t().say("cases.routing.done.kept"));
      return new ModelAndView("redirect:/routing");
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(ask.page(), ask.id() == 0 ? null : ask.id(), Typed.refused(ask, refusal));
    }
  }

  private ModelAndView shown(Page page, @Nullable Long id, Form form) {
    return new ModelAndView(
        "cases/rule", "v", new RoutingView(page, id, form, forms.lists(page.t())));
  }
}
