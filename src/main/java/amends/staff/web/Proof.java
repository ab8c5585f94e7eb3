package amends.staff.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Before a means of signing in, a role, an invitation or a token changes hands, the one who changes
 * it has proved lately who they are.
 */
@Component
final class Proof {
  private static final String TYPED = "typed ";

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
    return asked(page, next, back, "staff.proof.first");
  }

  /** The same for a form: what was typed waits for them in their session. */
  Object wanted(
      Page page,
      HttpServletRequest request,
      RedirectAttributes next,
      String back,
      Map<String, String> typed,
      Supplier<Object> act) {
    if (entrance.isFresh(request)) {
      return act.get();
    }
    HashMap<String, String> kept = new HashMap<>(typed);
    kept.remove("_csrf");
    request.getSession().setAttribute(TYPED + back, kept);
    return asked(page, next, back, "staff.proof.first.kept");
  }

  /** What was typed before the proof, once; else what is offered. */
  Form typed(HttpServletRequest request, String path, Form offered) {
    HttpSession session = request.getSession(false);
    Object kept = session == null ? null : session.getAttribute(TYPED + path);
    if (session == null || !(kept instanceof Map<?, ?> typed)) {
      return offered;
    }
    session.removeAttribute(TYPED + path);
    Map<String, String> values = new HashMap<>();
    typed.forEach((name, value) -> values.put(String.valueOf(name), String.valueOf(value)));
    return Form.of(values);
  }

  private static Object asked(Page page, RedirectAttributes next, String back, String key) {
    next.addFlashAttribute(Pages.TROUBLE, page.t().say(key));
    return "redirect:/profile/proof?next=" + back;
  }
}
