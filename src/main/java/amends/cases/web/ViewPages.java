package amends.cases.web;

import amends.cases.SavedViews;
import amends.cases.SavedViews.SavedView;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Views of the queue that are kept by name. */
@Controller
final class ViewPages {
  private final FilterForms forms;
  private final SavedViews views;

  ViewPages(FilterForms forms) {
    this.forms = forms;
    this.views = forms.views();
  }

  @GetMapping("/views/new")
  ModelAndView fresh(Page page, Viewer viewer, @RequestParam Map<String, String> typed) {
    return shown(page, viewer, null, Form.of(typed));
  }

  @PostMapping("/views")
  Object save(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Long shared = FilterForms.number(typed, "shared");
    return written(
        new Try(page, viewer, null, typed),
        response,
        next,
        () -> views.save(name(typed), shared, forms.fields(typed), viewer));
  }

  @GetMapping("/views/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    SavedView view = views.get(id, viewer);
    Map<String, String> values = new HashMap<>(FilterForms.values(view.filter()));
    values.put("name", view.name());
    Long shared = view.sharedWith();
    values.put("shared", shared == null ? "" : String.valueOf(shared));
    return shown(page, viewer, id, Form.of(values));
  }

  @PostMapping("/views/{id}")
  Object change(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Long shared = FilterForms.number(typed, "shared");
    return written(
        new Try(page, viewer, id, typed),
        response,
        next,
        () -> {
          views.change(id, name(typed), shared, forms.fields(typed), viewer);
          return id;
        });
  }

  @PostMapping("/views/{id}/deletion")
  String delete(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    String key = "cases.view.done.deleted";
    String mark = Pages.FLASH;
    try {
      views.delete(id, viewer);
    } catch (Refusal refusal) {
      key = refusal.key();
      mark = Pages.TROUBLE;
    }
    next.addFlashAttribute(mark, page.t().say(key));
    return "redirect:/cases";
  }

  private record Try(Page page, Viewer viewer, @Nullable Long id, Map<String, String> typed) {}

  private Object written(
      Try attempt, HttpServletResponse response, RedirectAttributes next, Supplier<Long> act) {
    try {
      long id = act.get();
      next.addFlashAttribute(Pages.FLASH, attempt.page().t().say("cases.view.done.saved"));
      return "redirect:/cases?saved=" + id;
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String sentence = attempt.page().t().say(refusal);
      Form form = Form.of(attempt.typed()).refused(refusal.field(), sentence);
      return shown(attempt.page(), attempt.viewer(), attempt.id(), form);
    }
  }

  private ModelAndView shown(Page page, Viewer viewer, @Nullable Long id, Form form) {
    boolean own = id == null || views.get(id, viewer).personId() == viewer.id();
    return new ModelAndView(
        "cases/view", "v", new SavedViewView(page, id, own, form, forms.lists(page.t(), viewer)));
  }

  private static String name(Map<String, String> typed) {
    return typed.getOrDefault("name", "");
  }
}
