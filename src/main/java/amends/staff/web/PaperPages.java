package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Brand;
import amends.staff.Letterhead;
import amends.staff.Letterheads;
import amends.staff.Letterheads.Picture;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The paper of a brand, as an administrator keeps it. */
@Controller
final class PaperPages {
  private final Staff staff;
  private final Letterheads letterheads;
  private final Permits permits;

  PaperPages(Staff staff, Letterheads letterheads, Permits permits) {
    this.staff = staff;
    this.letterheads = letterheads;
    this.permits = permits;
  }

  @GetMapping("/brands/{id}/paper")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    Letterhead head = letterheads.of(id);
    return shown(page, id, Form.of(Map.of("address", head.address(), "foot", head.foot())));
  }

  @PostMapping("/brands/{id}/paper")
  ModelAndView set(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      @RequestParam(required = false) @Nullable MultipartFile logo,
      RedirectAttributes next)
      throws IOException {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    try {
      letterheads.set(
          id,
          typed.getOrDefault("address", ""),
          typed.getOrDefault("foot", ""),
          picture(typed, logo),
          viewer.actor());
    } catch (Refusal refusal) {
      ModelAndView again = shown(page, id, Typed.refused(page, Form.of(typed), refusal));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    next.addFlashAttribute(Pages.FLASH, page.t().say("staff.done.paper"));
    return new ModelAndView("redirect:/brands/" + id + "/paper");
  }

  private static Picture picture(Map<String, String> typed, @Nullable MultipartFile logo)
      throws IOException {
    if (logo != null && !logo.isEmpty()) {
      return new Picture.Anew(logo.getBytes());
    }
    return typed.containsKey("no_logo") ? new Picture.Goes() : new Picture.Stays();
  }

  private ModelAndView shown(Page page, long id, Form form) {
    Brand brand = staff.brand(id);
    byte[] logo = letterheads.of(id).logo();
    String picture =
        logo == null ? "" : "data:image/png;base64," + Base64.getEncoder().encodeToString(logo);
    return new ModelAndView(
        "staff/paper", "v", new PaperView(page, brand.id(), brand.name(), picture, form));
  }
}
