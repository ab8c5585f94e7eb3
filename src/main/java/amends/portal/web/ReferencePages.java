package amends.portal.web;

import amends.portal.References;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a colleague types what somebody on the telephone reads out. */
@Controller
final class ReferencePages {
  private final References references;

  ReferencePages(References references) {
    this.references = references;
  }

  @GetMapping("/references")
  ModelAndView show(Page page) {
    return shown(page, Form.blank());
  }

  @PostMapping("/references")
  Object find(
      Page page,
      Viewer viewer,
      @RequestParam(name = "said", defaultValue = "") String said,
      HttpServletResponse response) {
    try {
      Optional<Long> found = references.find(said, viewer);
      if (found.isPresent()) {
        return "redirect:/cases/" + found.get() + "/customer";
      }
      throw new Refusal("said", "portal.refusal.reference");
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Form typed = Form.of(Map.of("said", said));
      return shown(page, typed.refused("said", page.t().say(refusal)));
    }
  }

  private static ModelAndView shown(Page page, Form form) {
    return new ModelAndView("portal/reference", "v", new ReferenceView(page, form));
  }
}
