package amends.remedies.web;

import amends.remedies.Catalogue;
import amends.remedies.Remedy;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be given: everybody reads it, whoever keeps it writes it. */
@Controller
final class CataloguePages {
  private final Catalogue catalogue;
  private final CatalogueSheets sheets;
  private final Permits permits;

  CataloguePages(Catalogue catalogue, CatalogueSheets sheets, Permits permits) {
    this.catalogue = catalogue;
    this.sheets = sheets;
    this.permits = permits;
  }

  @GetMapping("/remedies/catalogue")
  ModelAndView show(Page page, Viewer viewer) {
    permits.requireSomewhere(viewer, Permission.GRANT_REMEDY);
    boolean keeps = permits.may(viewer, Permission.ARRANGE_REMEDIES);
    return new ModelAndView("remedies/catalogue", "v", sheets.all(page, keeps));
  }

  @GetMapping("/remedies/catalogue/new")
  ModelAndView fresh(Page page, Viewer viewer) {
    permits.require(viewer, Permission.ARRANGE_REMEDIES);
    return form(Filled.blank(page, viewer), null, sheets.blank(page), List.of());
  }

  @GetMapping("/remedies/catalogue/{id}")
  ModelAndView one(Page page, Viewer viewer, @PathVariable long id) {
    permits.require(viewer, Permission.ARRANGE_REMEDIES);
    Remedy remedy = find(id);
    return form(
        Filled.blank(page, viewer),
        remedy,
        sheets.filled(page, remedy),
        remedy.parts().stream().map(String::valueOf).toList());
  }

  @PostMapping("/remedies/catalogue")
  ModelAndView add(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "part", required = false) @Nullable List<String> parts,
      RedirectAttributes next) {
    return save(new Filled(page, viewer, typed), null, parts, next);
  }

  @PostMapping("/remedies/catalogue/{id}")
  ModelAndView change(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "part", required = false) @Nullable List<String> parts,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ARRANGE_REMEDIES);
    return save(new Filled(page, viewer, typed), find(id), parts, next);
  }

  private ModelAndView save(
      Filled filled,
      @Nullable Remedy before,
      @Nullable List<String> parts,
      RedirectAttributes next) {
    permits.require(filled.viewer(), Permission.ARRANGE_REMEDIES);
    List<String> chosen = parts == null ? List.of() : parts;
    return filled.act(
        next,
        new Filled.Done("/remedies/catalogue", filled.page().t().say("remedies.form.done")),
        () -> catalogue.add(RemedyForm.read(filled, before, chosen), filled.viewer().actor()),
        form -> form(filled, before, form, chosen));
  }

  private Remedy find(long id) {
    return catalogue.find(id).orElseThrow(() -> new NotFound(Subject.of("remedy", id)));
  }

  private ModelAndView form(
      Filled filled, @Nullable Remedy remedy, Form form, List<String> chosen) {
    return new ModelAndView(
        "remedies/remedy", "v", sheets.sheet(filled.page(), remedy, form, chosen));
  }
}
