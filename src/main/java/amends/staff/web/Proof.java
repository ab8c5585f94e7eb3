package amends.staff.web;

import amends.shared.page.Page;
import amends.shared.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Before a means of signing in changes, the one who changes it has proved it lately. */
@Component
final class Proof {
  private final Entrance entrance;

  Proof(Entrance entrance) {
    this.entrance = entrance;
  }

  /**
   * @param back where to go on after the proof; a path of our own
   */
  Object wanted(
      Page page,
      HttpServletRequest request,
      RedirectAttributes next,
      String back,
      Supplier<Object> act) {
    if (entrance.isFresh(request)) {
      return act.get();
    }
    next.addFlashAttribute(Pages.TROUBLE, page.t().say("staff.proof.first"));
    return "redirect:/profile/proof?next=" + back;
  }
}
