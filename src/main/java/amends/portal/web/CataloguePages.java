package amends.portal.web;

import amends.promises.Guarantees;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.shared.Texts;
import amends.shared.page.Page;
import amends.staff.Brand;
import amends.staff.Staff;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What a brand promises to everybody, for everybody to read. */
@Controller
final class CataloguePages {
  private final Guarantees guarantees;
  private final Staff staff;
  private final Texts texts;

  CataloguePages(Guarantees guarantees, Staff staff, Texts texts) {
    this.guarantees = guarantees;
    this.staff = staff;
    this.texts = texts;
  }

  @GetMapping("/our-promises")
  ModelAndView show(Page page) {
    return shown(page, staff.defaultBrand().orElseThrow(CataloguePages::none));
  }

  /**
   * @param brand its name in small letters, as in the form to report a problem
   */
  @GetMapping("/our-promises/{brand}")
  ModelAndView show(Page page, @PathVariable String brand) {
    return shown(
        page,
        staff.brands().stream()
            .filter(b -> ReportPages.slug(b).equals(brand))
            .findFirst()
            .orElseThrow(CataloguePages::none));
  }

  private static NotFound none() {
    return new NotFound(Subject.of("brand", 0));
  }

  private ModelAndView shown(Page page, Brand brand) {
    return new ModelAndView(
        "portal/catalogue",
        "v",
        new CatalogueView(
            page,
            texts.voice(brand.locale(), brand.zone()),
            brand.name(),
            guarantees.standing(brand.id())));
  }
}
