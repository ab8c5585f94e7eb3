package amends.app.hooks.web;

import amends.app.hooks.Hook;
import amends.app.hooks.HookKinds;
import amends.app.hooks.Hooks;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Programs that are called when something happened: which, what came of it, what to mend. */
@Controller
final class HookPages {
  private static final int MOST = 200;

  private final Hooks hooks;
  private final HookRoster roster;
  private final Permits permits;

  HookPages(Hooks hooks, HookRoster roster, Permits permits) {
    this.hooks = hooks;
    this.roster = roster;
    this.permits = permits;
  }

  @GetMapping("/hooks")
  ModelAndView list(Page page, Viewer viewer) {
    enter(viewer);
    return listed(page, Form.of(Map.of("group.case", "on")));
  }

  private ModelAndView listed(Page page, Form form) {
    return new ModelAndView("app/hooks", "v", roster.list(page, hooks.all(0, MOST), form));
  }

  /** Answers with the page itself: the secret that it shows is written down nowhere. */
  @PostMapping("/hooks")
  ModelAndView make(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    enter(viewer);
    try {
      Hook hook = hooks.make(draft(typed), viewer.actor());
      return shown(page, hook.id(), filled(hook), hooks.newSecret(hook.id(), viewer.actor()));
    } catch (Refusal refusal) {
      return listed(page, refused(page, typed, refusal, response));
    }
  }

  @GetMapping("/hooks/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    enter(viewer);
    return shown(page, id, filled(hooks.get(id)), "");
  }

  private ModelAndView shown(Page page, long id, Form form, String secret) {
    return new ModelAndView("app/hook", "v", roster.one(page, hooks.get(id), form, secret));
  }

  @PostMapping("/hooks/{id}")
  ModelAndView change(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    return act(
        page,
        viewer,
        id,
        typed,
        response,
        () -> {
          hooks.change(id, draft(typed), viewer.actor());
          return "app.hooks.changed";
        });
  }

  @PostMapping("/hooks/{id}/secret")
  ModelAndView secret(Page page, Viewer viewer, @PathVariable long id) {
    enter(viewer);
    String secret = hooks.newSecret(id, viewer.actor());
    return shown(page, id, filled(hooks.get(id)), secret);
  }

  @PostMapping("/hooks/{id}/switch")
  String turn(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String on,
      RedirectAttributes next) {
    enter(viewer);
    if (on.equals("yes")) {
      hooks.switchOn(id, viewer.actor());
    } else {
      hooks.switchOff(id, viewer.actor());
    }
    next.addFlashAttribute(
        Pages.FLASH, page.t().say(on.equals("yes") ? "app.hooks.is-on" : "app.hooks.is-off"));
    return "redirect:/hooks/" + id;
  }

  @PostMapping("/hooks/{id}/resend")
  String resendAll(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    enter(viewer);
    try {
      int again = hooks.resendAll(id, viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("app.hooks.resent-all", again));
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal));
    }
    return "redirect:/hooks/" + id;
  }

  @PostMapping("/hooks/{id}/replay")
  ModelAndView replay(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    return act(
        page,
        viewer,
        id,
        typed,
        response,
        () -> {
          String seal = typed.getOrDefault("seal", "").strip();
          hooks.replay(id, seal.matches("\\d{1,18}") ? Long.parseLong(seal) : 0, viewer.actor());
          return "app.hooks.replayed";
        });
  }

  /** Does it and comes back with a sentence, or with the form and what is wrong. */
  private ModelAndView act(
      Page page,
      Viewer viewer,
      long id,
      Map<String, String> typed,
      HttpServletResponse response,
      Supplier<String> act) {
    enter(viewer);
    try {
      String done = act.get();
      return shown(
          page.with(new Page.Flash(page.t().say(done), false)), id, filled(hooks.get(id)), "");
    } catch (Refusal refusal) {
      Map<String, String> all = new HashMap<>(filled(hooks.get(id)).values());
      all.putAll(typed);
      return shown(page, id, refused(page, all, refusal, response), "");
    }
  }

  @GetMapping("/hooks/dead")
  ModelAndView dead(Page page, Viewer viewer, @RequestParam(defaultValue = "0") long after) {
    enter(viewer);
    return new ModelAndView("app/hook-dead", "v", roster.dead(page, hooks.dead(after, 51)));
  }

  @PostMapping("/hooks/dead/{id}/resend")
  String resend(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    enter(viewer);
    try {
      hooks.resend(id, viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("app.hooks.resent"));
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal));
    }
    return "redirect:/hooks/dead";
  }

  private void enter(Viewer viewer) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
  }

  private static Form refused(
      Page page, Map<String, String> typed, Refusal refusal, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return Form.of(typed).refused(page, refusal);
  }

  private static Hook.Draft draft(Map<String, String> typed) {
    List<String> kinds = new ArrayList<>();
    for (String group : HookKinds.GROUPS) {
      if (typed.containsKey("group." + group)) {
        kinds.add(group + ".*");
      }
    }
    kinds.addAll(List.of(typed.getOrDefault("kinds", "").split("[\\s,]+", -1)));
    String brand = typed.getOrDefault("brand", "");
    return new Hook.Draft(
        typed.getOrDefault("name", ""),
        typed.getOrDefault("url", ""),
        kinds,
        brand.matches("\\d{1,18}") ? Long.valueOf(brand) : null);
  }

  private static Form filled(Hook hook) {
    Map<String, String> values = new HashMap<>();
    values.put("name", hook.name());
    values.put("url", hook.url());
    values.put("brand", hook.brandId() == null ? "" : String.valueOf(hook.brandId()));
    List<String> only = new ArrayList<>();
    for (String kind : hook.kinds()) {
      if (kind.endsWith(".*")) {
        values.put("group." + kind.substring(0, kind.length() - 2), "on");
      } else {
        only.add(kind);
      }
    }
    values.put("kinds", String.join(", ", only));
    return Form.of(values);
  }
}
