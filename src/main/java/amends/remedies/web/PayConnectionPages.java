package amends.remedies.web;

import amends.remedies.fulfilment.PayConnection;
import amends.remedies.fulfilment.PayConnections;
import amends.remedies.fulfilment.PayRoute;
import amends.remedies.fulfilment.PayRoutes;
import amends.remedies.pay.PayDraft;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
  ModelAndView add(Filled filled, RedirectAttributes next) {
    enter(filled.viewer());
    return filled.act(
        next,
        () -> {
          long id = connections.add(draft(filled, filled.field("kind")), filled.viewer().actor());
          return new Filled.Done(
              AT + "/" + id, filled.page().t().say("remedies.pay.connections.made"));
        },
        form -> sheet.all(filled.page(), withoutSecrets(form), "connection"));
  }

  @GetMapping(AT + "/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    enter(viewer);
    PayConnection c = connections.get(id);
    Form filled = Form.of(Map.of("name", c.name(), "url", c.url(), "account", c.account()));
    return sheet.one(page, c, filled);
  }

  @PostMapping(AT + "/{id}")
  ModelAndView change(Filled filled, @PathVariable long id, RedirectAttributes next) {
    enter(filled.viewer());
    PayConnection c = connections.get(id);
    return filled.act(
        next,
        new Filled.Done(AT + "/" + id, filled.page().t().say("remedies.pay.connections.changed")),
        () -> connections.change(id, draft(filled, c.kind()), filled.viewer().actor()),
        form -> sheet.one(filled.page(), c, withoutSecrets(form)));
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
  ModelAndView set(Filled filled, RedirectAttributes next) {
    enter(filled.viewer());
    return filled.act(
        next,
        new Filled.Done(AT, filled.page().t().say("remedies.pay.routes.is-set")),
        () -> routes.set(route(filled), filled.viewer().actor()),
        form -> sheet.all(filled.page(), form, "route"));
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

  /** What was typed is kept, but for the secrets. */
  private static Form withoutSecrets(Form form) {
    return form.without("secret").without("hook_secret");
  }

  private static PayDraft draft(Filled filled, String kind) {
    return new PayDraft(
        kind,
        filled.field("name"),
        filled.field("url"),
        filled.field("account"),
        filled.field("secret"),
        filled.field("hook_secret"));
  }

  private static PayRoute route(Filled filled) {
    Long connection = filled.id("connection");
    return new PayRoute(
        0,
        filled.field("what"),
        orNull(filled.field("remedy")),
        filled.id("brand"),
        orNull(filled.field("currency").toUpperCase(Locale.ROOT)),
        connection == null ? 0 : connection);
  }

  private static @Nullable String orNull(String words) {
    return words.isEmpty() ? null : words;
  }
}
