package amends.remedies.web;

import amends.remedies.fulfilment.PayConnection;
import amends.remedies.fulfilment.PayConnections;
import amends.remedies.fulfilment.PayRoute;
import amends.remedies.fulfilment.PayRoutes;
import amends.remedies.pay.PayDraft;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.HashMap;
import java.util.Locale;
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

/** Those through whom we pay, and which of them does what. */
@Controller
final class PayConnectionPages {
  private static final String AT = "/payments/connections";

  private final PayConnections connections;
  private final PayRoutes routes;
  private final PayConnectionSheet sheet;
  private final Permits permits;

  PayConnectionPages(
      PayConnections connections, PayRoutes routes, PayConnectionSheet sheet, Permits permits) {
    this.connections = connections;
    this.routes = routes;
    this.sheet = sheet;
    this.permits = permits;
  }

  @GetMapping(AT)
  ModelAndView list(Page page, Viewer viewer) {
    enter(viewer);
    return sheet.all(page, Form.blank(), "");
  }

  @PostMapping(AT)
  ModelAndView add(
      Page page, Viewer viewer, @RequestParam Map<String, String> typed, RedirectAttributes next) {
    enter(viewer);
    try {
      long id = connections.add(draft(typed), viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("remedies.pay.connections.made"));
      return new ModelAndView("redirect:" + AT + "/" + id);
    } catch (Refusal refusal) {
      return refused(sheet.all(page, form(page, typed, refusal), "connection"));
    }
  }

  @GetMapping(AT + "/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    enter(viewer);
    PayConnection c = connections.get(id);
    Form filled = Form.of(Map.of("name", c.name(), "url", c.url(), "account", c.account()));
    return sheet.one(page, c, filled);
  }

  @PostMapping(AT + "/{id}")
  ModelAndView change(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    enter(viewer);
    PayConnection c = connections.get(id);
    try {
      Map<String, String> all = new HashMap<>(typed);
      all.put("kind", c.kind());
      connections.change(id, draft(all), viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("remedies.pay.connections.changed"));
      return new ModelAndView("redirect:" + AT + "/" + id);
    } catch (Refusal refusal) {
      return refused(sheet.one(page, c, form(page, typed, refusal)));
    }
  }

  /** Asks the provider; nothing is paid. */
  @PostMapping(AT + "/{id}/test")
  String test(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    enter(viewer);
    String wrong = connections.test(id);
    if (wrong.isEmpty()) {
      next.addFlashAttribute(Pages.FLASH, page.t().say("remedies.pay.connections.test.well"));
    } else {
      next.addFlashAttribute(
          Pages.TROUBLE, page.t().say("remedies.pay.connections.test.wrong", wrong));
    }
    return "redirect:" + AT + "/" + id;
  }

  @PostMapping(AT + "/{id}/switch")
  String turn(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String on,
      RedirectAttributes next) {
    enter(viewer);
    boolean turnOn = on.equals("yes");
    connections.turn(id, turnOn, viewer.actor());
    next.addFlashAttribute(
        Pages.FLASH, page.t().say("remedies.pay.connections." + (turnOn ? "is-on" : "is-off")));
    return "redirect:" + AT + "/" + id;
  }

  @PostMapping("/payments/routes")
  ModelAndView set(
      Page page, Viewer viewer, @RequestParam Map<String, String> typed, RedirectAttributes next) {
    enter(viewer);
    try {
      routes.set(route(typed), viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("remedies.pay.routes.is-set"));
      return new ModelAndView("redirect:" + AT);
    } catch (Refusal refusal) {
      return refused(sheet.all(page, form(page, typed, refusal), "route"));
    }
  }

  @PostMapping("/payments/routes/{id}/end")
  String end(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    enter(viewer);
    routes.end(id, viewer.actor());
    next.addFlashAttribute(Pages.FLASH, page.t().say("remedies.pay.routes.is-ended"));
    return "redirect:" + AT;
  }

  private void enter(Viewer viewer) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
  }

  private static ModelAndView refused(ModelAndView again) {
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }

  /** What was typed is kept, but for the secrets. */
  private static Form form(Page page, Map<String, String> typed, Refusal refusal) {
    return Form.of(typed).without("secret").without("hook_secret").refused(page, refusal);
  }

  private static PayDraft draft(Map<String, String> typed) {
    return new PayDraft(
        typed.getOrDefault("kind", ""),
        typed.getOrDefault("name", ""),
        typed.getOrDefault("url", ""),
        typed.getOrDefault("account", ""),
        typed.getOrDefault("secret", ""),
        typed.getOrDefault("hook_secret", ""));
  }

  private static PayRoute route(Map<String, String> typed) {
    String brand = typed.getOrDefault("brand", "");
    String connection = typed.getOrDefault("connection", "");
    String currency = typed.getOrDefault("currency", "").strip().toUpperCase(Locale.ROOT);
    return new PayRoute(
        0,
        typed.getOrDefault("what", ""),
        orNull(typed.getOrDefault("remedy", "")),
        brand.matches("\\d{1,18}") ? Long.valueOf(brand) : null,
        orNull(currency),
        connection.matches("\\d{1,18}") ? Long.parseLong(connection) : 0);
  }

  private static @Nullable String orNull(String words) {
    return words.isEmpty() ? null : words;
  }
}
