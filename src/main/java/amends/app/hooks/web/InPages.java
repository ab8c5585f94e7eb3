package amends.app.hooks.web;

import amends.app.hooks.InHook;
import amends.app.hooks.InHooks;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
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

/** Doors that other programs call: how they sign, what is made of it, what could not be done. */
@Controller
final class InPages {
  private static final String MAP = "map.";

  private final InHooks hooks;
  private final InRoster roster;
  private final Permits permits;

  InPages(InHooks hooks, InRoster roster, Permits permits) {
    this.hooks = hooks;
    this.roster = roster;
    this.permits = permits;
  }

  @GetMapping("/hooks/in")
  ModelAndView list(Page page, Viewer viewer) {
    enter(viewer);
    return listed(page, Form.blank());
  }

  private ModelAndView listed(Page page, Form form) {
    return new ModelAndView("app/doors", "v", roster.list(page, form));
  }

  /** Answers with the page itself: the secret that it shows is told once. */
  @PostMapping("/hooks/in")
  ModelAndView make(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    enter(viewer);
    try {
      InHook.Made made = hooks.make(draft(typed), viewer);
      return shown(page, made.hook().id(), filled(made.hook()), List.of(), made.secret());
    } catch (Refusal refusal) {
      return listed(page, refused(page, typed, refusal, response));
    }
  }

  private static InHook.Draft draft(Map<String, String> typed) {
    return new InHook.Draft(
        typed.getOrDefault("name", ""),
        typed.getOrDefault("label", ""),
        typed.getOrDefault("style", ""),
        typed.getOrDefault("target", ""),
        Map.of(),
        team(typed),
        typed.getOrDefault("secret", ""));
  }

  @GetMapping("/hooks/in/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    enter(viewer);
    return shown(page, id, filled(hooks.get(id)), List.of(), "");
  }

  private ModelAndView shown(
      Page page, long id, Form form, List<Map.Entry<String, String>> found, String secret) {
    return new ModelAndView("app/door", "v", roster.one(page, hooks.get(id), form, found, secret));
  }

  @PostMapping("/hooks/in/{id}")
  ModelAndView change(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    enter(viewer);
    try {
      if (typed.getOrDefault("do", "").equals("try")) {
        var found = hooks.trial(id, mapping(typed), typed.getOrDefault("sample", ""));
        return shown(page, id, Form.of(typed), found, "");
      }
      hooks.remap(id, mapping(typed), team(typed), viewer);
      Page told = page.with(new Page.Flash(page.t().say("app.hooks.changed"), false));
      return shown(told, id, filled(hooks.get(id)), List.of(), "");
    } catch (Refusal refusal) {
      return shown(page, id, refused(page, typed, refusal, response), List.of(), "");
    }
  }

  @PostMapping("/hooks/in/{id}/switch")
  String turn(Viewer viewer, @PathVariable long id, @RequestParam(defaultValue = "") String on) {
    enter(viewer);
    hooks.turn(id, on.equals("yes"), viewer);
    return "redirect:/hooks/in/" + id;
  }

  @PostMapping("/hooks/in/{id}/arrivals/{part}/retry")
  String retry(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @PathVariable long part,
      RedirectAttributes next) {
    enter(viewer);
    hooks.get(id);
    hooks.retry(id, part, viewer);
    next.addFlashAttribute(Pages.FLASH, page.t().say("app.in.retried"));
    return "redirect:/hooks/in/" + id;
  }

  private void enter(Viewer viewer) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
  }

  private static Form refused(
      Page page, Map<String, String> typed, Refusal refusal, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return Form.of(typed).refused(page, refusal);
  }

  private static Map<String, String> mapping(Map<String, String> typed) {
    Map<String, String> mapping = new HashMap<>();
    typed.forEach((name, value) -> {
      if (name.startsWith(MAP)) {
        mapping.put(name.substring(MAP.length()), value);
      }
    });
    return mapping;
  }

  private static @Nullable Long team(Map<String, String> typed) {
    String team = typed.getOrDefault("team", "");
    return team.matches("\\d{1,18}") ? Long.valueOf(team) : null;
  }

  private static Form filled(InHook hook) {
    Map<String, String> values = new HashMap<>();
    hook.mapping().forEach((field, from) -> values.put(MAP + field, from));
    Long team = hook.teamId();
    values.put("team", team == null ? "" : String.valueOf(team));
    return Form.of(values);
  }
}
