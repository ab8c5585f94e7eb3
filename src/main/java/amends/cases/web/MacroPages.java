package amends.cases.web;

import amends.cases.Macro;
import amends.cases.Macros;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Words kept for writing again: read by everybody, kept by leads. */
@Controller
final class MacroPages {
  private final Macros macros;
  private final Permits permits;
  private final MacroForms forms;

  MacroPages(Macros macros, Permits permits, MacroForms forms) {
    this.macros = macros;
    this.permits = permits;
    this.forms = forms;
  }

  @GetMapping("/macros")
  ModelAndView list(Page page, Viewer viewer) {
    boolean keeps = permits.may(viewer, Permission.KEEP_DESK);
    return new ModelAndView("cases/macros", "v", forms.listed(page, keeps, macros.all()));
  }

  @GetMapping("/macros/new")
  ModelAndView fresh(Page page, Viewer viewer) {
    permits.require(viewer, Permission.KEEP_DESK);
    return shown(page, viewer, 0, Form.blank());
  }

  @GetMapping("/macros/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable String id) {
    permits.require(viewer, Permission.KEEP_DESK);
    Macro macro = macros.get(Ask.number(id));
    return shown(page, viewer, macro.id(), Form.of(MacroForms.values(macro)));
  }

  @PostMapping("/macros")
  ModelAndView keep(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    return saved(new Ask(page, viewer, 0, typed), response, next);
  }

  @PostMapping("/macros/{id}")
  ModelAndView change(
      Page page,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    permits.require(viewer, Permission.KEEP_DESK);
    long macro = macros.get(Ask.number(id)).id();
    return saved(new Ask(page, viewer, macro, typed), response, next);
  }

  @PostMapping("/macros/{id}/ending")
  String end(Page page, Viewer viewer, @PathVariable String id, RedirectAttributes next) {
    macros.end(Ask.number(id), viewer);
    next.addFlashAttribute(Pages.FLASH, page.t().say("cases.macro.done.ended"));
    return "redirect:/macros";
  }

  private ModelAndView saved(Ask ask, HttpServletResponse response, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.KEEP_DESK);
    try {
      macros.save(forms.read(ask), ask.viewer());
      next.addFlashAttribute(Pages.FLASH, ask.page().t().say("cases.macro.done.kept"));
      return new ModelAndView("redirect:/macros");
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(ask.page(), ask.viewer(), ask.id(), Typed.refused(ask, refusal));
    }
  }

  private ModelAndView shown(Page page, Viewer viewer, long id, Form form) {
    return new ModelAndView("cases/macro", "v", forms.view(page, viewer, id, form));
  }
}
