package amends.cases.web;

import amends.cases.Macro;
import amends.cases.MacroPreviews;
import amends.cases.MacroPreviews.Shown;
import amends.cases.Macros;
import amends.messages.Medium;
import amends.messages.Outlet;
import amends.shared.Texts.Voice;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Kept words over each channel and in each language, before anybody uses them. */
@Controller
final class MacroPreviewPages {
  private final Macros macros;
  private final MacroPreviews previews;
  private final Permits permits;

  MacroPreviewPages(Macros macros, MacroPreviews previews, Permits permits) {
    this.macros = macros;
    this.previews = previews;
    this.permits = permits;
  }

  @GetMapping("/macros/{id}/previews")
  ModelAndView show(Page page, Viewer viewer, @PathVariable String id) {
    permits.require(viewer, Permission.KEEP_DESK);
    Macro macro = macros.get(Ask.number(id));
    Map<String, List<Shown>> byLanguage =
        previews.of(macro.id(), viewer, page.now()).stream()
            .collect(
                Collectors.groupingBy(Shown::language, LinkedHashMap::new, Collectors.toList()));
    List<MacroPreviewView.Tongue> tongues =
        byLanguage.entrySet().stream()
            .map(e -> tongue(page.t(), e.getKey(), e.getValue()))
            .toList();
    return new ModelAndView(
        "cases/macropreview",
        "v",
        new MacroPreviewView(
            page, macro.id(), macro.name(), MacroForms.used(page, macro.used()), tongues));
  }

  private static MacroPreviewView.Tongue tongue(Voice t, String language, List<Shown> shown) {
    return new MacroPreviewView.Tongue(
        language,
        Locale.of(language).getDisplayLanguage(t.locale()),
        shown.stream().map(s -> way(t, s)).toList());
  }

  private static MacroPreviewView.Way way(Voice t, Shown shown) {
    Outlet.Measure measure = shown.measure();
    boolean post = shown.medium() == Medium.LETTER || shown.medium() == Medium.NOTE;
    return new MacroPreviewView.Way(
        t.say("messages.medium." + shown.medium().code()),
        new PreviewView(
            t,
            shown.medium().code(),
            post
                ? List.of(t.say("cases.blank.example.name"), t.say("cases.blank.example.street"))
                : List.of(),
            "",
            List.of(shown.body().split("\n\n", -1)),
            "",
            measure == null ? "" : t.say(measure.key(), measure.numbers().toArray()),
            null));
  }
}
