package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Brand;
import amends.staff.Brands;
import amends.staff.NewBrand;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The names that customers know us by, as an administrator keeps them. */
@Controller
final class BrandPages {
  private final Staff staff;
  private final Brands brands;
  private final Permits permits;

  BrandPages(Staff staff, Brands brands, Permits permits) {
    this.staff = staff;
    this.brands = brands;
    this.permits = permits;
  }

  @GetMapping("/brands")
  ModelAndView show(Page page, Viewer viewer) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return shown(page, 0, Form.of(Map.of("calendar", "office", "zone", viewer.zone().getId())));
  }

  @GetMapping("/brands/{id}")
  ModelAndView showOne(Page page, Viewer viewer, @PathVariable long id) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    Brand brand = staff.brand(id);
    Form form =
        Form.of(
            Map.of(
                "name", brand.name(),
                "sender_address", brand.senderAddress(),
                "language", brand.locale().toLanguageTag(),
                "zone", brand.zone().getId(),
                "calendar", brand.calendar()));
    return shown(page, id, form);
  }

  @PostMapping("/brands")
  ModelAndView add(
      Page page, Viewer viewer, @RequestParam Map<String, String> typed, RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return kept(
        page, 0, typed, next, () -> brands.add(read(typed), calendar(typed), viewer.actor()));
  }

  @PostMapping("/brands/{id}")
  ModelAndView change(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return kept(
        page,
        id,
        typed,
        next,
        () -> brands.change(id, read(typed), calendar(typed), viewer.actor()));
  }

  private ModelAndView kept(
      Page page, long id, Map<String, String> typed, RedirectAttributes next, Runnable act) {
    try {
      act.run();
    } catch (Refusal refusal) {
      ModelAndView again = shown(page, id, Typed.refused(page, Form.of(typed), refusal));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    next.addFlashAttribute(
        Pages.FLASH, page.t().say(id == 0 ? "staff.done.brand" : "staff.done.brand-changed"));
    return new ModelAndView("redirect:/brands");
  }

  private static String calendar(Map<String, String> typed) {
    return typed.getOrDefault("calendar", "");
  }

  private static NewBrand read(Map<String, String> typed) {
    return new NewBrand(
        typed.getOrDefault("name", ""),
        typed.getOrDefault("sender_address", ""),
        locale(typed.getOrDefault("language", "").strip()),
        zone(typed.getOrDefault("zone", "").strip()));
  }

  private static Locale locale(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    if (Arrays.stream(Locale.getISOLanguages()).noneMatch(l -> l.equals(locale.getLanguage()))) {
      throw new Refusal("language", "staff.refused.language");
    }
    return locale;
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw new Refusal("zone", "staff.refused.zone");
    }
  }

  private ModelAndView shown(Page page, long changed, Form form) {
    List<BrandsView.Row> rows =
        staff.brands().stream()
            .map(b ->
                new BrandsView.Row(
                    b.id(),
                    b.name(),
                    b.senderAddress(),
                    page.t()
                        .say(
                            "staff.brand.says",
                            b.locale().getDisplayName(page.t().locale()),
                            b.zone().getId(),
                            calendarName(page, b.calendar()))))
            .toList();
    List<Choice> zones =
        ZoneId.getAvailableZoneIds().stream()
            .filter(z -> z.contains("/") && !z.startsWith("Etc/") && !z.startsWith("SystemV/"))
            .sorted()
            .map(z -> Choice.of(z, z))
            .toList();
    List<Choice> calendars =
        brands.calendars().stream().map(c -> Choice.of(c, calendarName(page, c))).toList();
    return new ModelAndView(
        "staff/brands", "v", new BrandsView(page, rows, changed, form, zones, calendars));
  }

  private static String calendarName(Page page, String calendar) {
    String key = "staff.brand.calendar." + calendar;
    return page.t().knows(key) ? page.t().say(key) : calendar;
  }
}
