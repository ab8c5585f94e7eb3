package amends.app.web;

import amends.messages.Connection;
import amends.messages.Connections;
import amends.messages.Medium;
import amends.messages.Troubles;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every mailbox, provider and web hook with how it is, and the providers to look after. */
@Controller
final class ConnectionPages {
  private final Connections connections;
  private final Troubles troubles;
  private final ConnectionsRoster roster;
  private final Permits permits;

  ConnectionPages(
      Connections connections, Troubles troubles, ConnectionsRoster roster, Permits permits) {
    this.connections = connections;
    this.troubles = troubles;
    this.roster = roster;
    this.permits = permits;
  }

  @GetMapping("/connections")
  ModelAndView list(Page page, Viewer viewer) {
    permits.require(viewer, Permission.SEE_HEALTH);
    return listed(page, viewer, Form.of(Map.of("per_minute", "60")));
  }

  private ModelAndView listed(Page page, Viewer viewer, Form form) {
    boolean changes = permits.may(viewer, Permission.ADMINISTER_STAFF);
    return new ModelAndView("app/connections", "v", roster.all(page, viewer, form, changes));
  }

  @PostMapping("/connections")
  ModelAndView add(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    enter(viewer);
    try {
      long id = connections.add(draft(typed), viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("app.connections.made"));
      return new ModelAndView("redirect:/connections/" + id);
    } catch (Refusal refusal) {
      return listed(page, viewer, refused(page, typed, refusal, response));
    }
  }

  @GetMapping("/connections/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    enter(viewer);
    Connection c = connections.get(id);
    return shown(page, viewer, c, filled(c));
  }

  private ModelAndView shown(Page page, Viewer viewer, Connection c, Form form) {
    return new ModelAndView("app/connection", "v", roster.one(page, viewer, c, form));
  }

  @PostMapping("/connections/{id}")
  ModelAndView change(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    enter(viewer);
    Connection c = connections.get(id);
    try {
      Map<String, String> all = new HashMap<>(typed);
      all.put("kind", c.kind());
      connections.change(id, draft(all), viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("app.connections.changed"));
      return new ModelAndView("redirect:/connections/" + id);
    } catch (Refusal refusal) {
      return shown(page, viewer, c, refused(page, typed, refusal, response));
    }
  }

  /** Asks the provider; nothing is sent to anybody. */
  @PostMapping("/connections/{id}/test")
  String test(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    enter(viewer);
    String wrong = connections.test(id);
    if (wrong.isEmpty()) {
      next.addFlashAttribute(Pages.FLASH, page.t().say("app.connections.test.well"));
    } else {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say("app.connections.test.wrong", wrong));
    }
    return "redirect:/connections";
  }

  @PostMapping("/connections/{id}/switch")
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
        Pages.FLASH, page.t().say(turnOn ? "app.connections.is-on" : "app.connections.is-off"));
    return "redirect:/connections/" + id;
  }

  @PostMapping("/connections/avoided")
  ModelAndView avoid(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    enter(viewer);
    try {
      String hours = typed.getOrDefault("hours", "").strip();
      if (!hours.matches("\\d{1,3}")) {
        throw new Refusal("hours", "app.connections.hours");
      }
      troubles.avoid(
          Medium.of(typed.getOrDefault("channel", "")),
          null,
          typed.getOrDefault("words", ""),
          page.now().plus(Duration.ofHours(Long.parseLong(hours))),
          viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("app.connections.avoided.done"));
      return new ModelAndView("redirect:/connections");
    } catch (Refusal refusal) {
      String field = refusal.field().equals("until") ? "hours" : refusal.field();
      return listed(
          page, viewer, refused(page, typed, new Refusal(field, refusal.key()), response));
    }
  }

  @PostMapping("/connections/avoided/{id}/end")
  String end(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    enter(viewer);
    troubles.end(id, viewer.actor());
    next.addFlashAttribute(Pages.FLASH, page.t().say("app.connections.avoided.over"));
    return "redirect:/connections";
  }

  private void enter(Viewer viewer) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
  }

  /** What was typed is kept, but for the secret. */
  private static Form refused(
      Page page, Map<String, String> typed, Refusal refusal, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return Form.of(typed).without("secret").refused(page, refusal);
  }

  private static Connection.Draft draft(Map<String, String> typed) {
    String brand = typed.getOrDefault("brand", "");
    String pace = typed.getOrDefault("per_minute", "").strip();
    return new Connection.Draft(
        typed.getOrDefault("kind", ""),
        typed.getOrDefault("name", ""),
        brand.matches("\\d{1,18}") ? Long.valueOf(brand) : null,
        typed.getOrDefault("url", ""),
        typed.getOrDefault("account", ""),
        typed.getOrDefault("sender", ""),
        typed.getOrDefault("secret", ""),
        pace.matches("\\d{1,6}") ? Integer.parseInt(pace) : 0);
  }

  private static Form filled(Connection c) {
    return Form.of(
        Map.of(
            "name", c.name(),
            "brand", c.brandId() == null ? "" : String.valueOf(c.brandId()),
            "url", c.url(),
            "account", c.account(),
            "sender", c.sender(),
            "per_minute", String.valueOf(c.perMinute())));
  }
}
