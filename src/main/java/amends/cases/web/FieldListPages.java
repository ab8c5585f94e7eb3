package amends.cases.web;

import amends.cases.Field;
import amends.cases.Fields;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
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

/** The fields of the house: read by leads, arranged by managers and administrators. */
@Controller
final class FieldListPages {
  private final Fields fields;
  private final FieldForms forms;
  private final Permits permits;

  FieldListPages(Fields fields, FieldForms forms, Permits permits) {
    this.fields = fields;
    this.forms = forms;
    this.permits = permits;
  }

  @GetMapping("/fields")
  ModelAndView list(Page page, Viewer viewer) {
    permits.require(viewer, Permission.KEEP_DESK);
    List<FieldsView.Row> rows =
        fields.all().stream()
            .map(f -> forms.row(page.t(), f, fields.mayArrange(viewer, f.brandId(), f.teamId())))
            .toList();
    boolean arranges = fields.arrangesAnything(viewer);
    return new ModelAndView("cases/fieldlist", "v", new FieldsView.Listed(page, arranges, rows));
  }

  @GetMapping("/fields/new")
  ModelAndView fresh(Page page, Viewer viewer) {
    fields.requireArranging(viewer);
    return shown(page, null, Form.blank());
  }

  @GetMapping("/fields/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable String id) {
    fields.requireArranging(viewer);
    Field field = fields.get(Ask.number(id));
    return shown(page, field, FieldForms.offered(field));
  }

  @PostMapping("/fields")
  ModelAndView add(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    fields.requireArranging(viewer);
    return kept(new Ask(page, viewer, 0, typed), null, response, next);
  }

  @PostMapping("/fields/{id}")
  ModelAndView change(
      Page page,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    fields.requireArranging(viewer);
    Field field = fields.get(Ask.number(id));
    return kept(new Ask(page, viewer, field.id(), typed), field, response, next);
  }

  @PostMapping("/fields/{id}/retirement")
  String retire(Page page, Viewer viewer, @PathVariable String id, RedirectAttributes next) {
    fields.retire(Ask.number(id), viewer);
    next.addFlashAttribute(Pages.FLASH, page.t().say("cases.field.done.retired"));
    return "redirect:/fields";
  }

  @PostMapping("/fields/{id}/return")
  String bringBack(Page page, Viewer viewer, @PathVariable String id, RedirectAttributes next) {
    fields.bringBack(Ask.number(id), viewer);
    next.addFlashAttribute(Pages.FLASH, page.t().say("cases.field.done.back"));
    return "redirect:/fields";
  }

  private ModelAndView kept(
      Ask ask, @Nullable Field field, HttpServletResponse response, RedirectAttributes next) {
    try {
      fields.keep(forms.read(ask, field), ask.viewer());
      next.addFlashAttribute(Pages.FLASH, ask.page().t().say("cases.field.done.kept"));
      return new ModelAndView("redirect:/fields");
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(ask.page(), field, Typed.refused(ask, refusal));
    }
  }

  private ModelAndView shown(Page page, @Nullable Field field, Form form) {
    return new ModelAndView("cases/field", "v", forms.view(page, field, form));
  }
}
