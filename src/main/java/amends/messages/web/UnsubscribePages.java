package amends.messages.web;

import amends.messages.Unsubscribing;
import amends.shared.page.Page;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The end of what somebody need not get. Mail programs post here by themselves when their button is
 * pressed (RFC 8058): without cookie, without session. A look at the page changes nothing, because
 * programs look at every link.
 */
@Controller
final class UnsubscribePages {
  private final Unsubscribing unsubscribing;

  UnsubscribePages(Unsubscribing unsubscribing) {
    this.unsubscribing = unsubscribing;
  }

  @GetMapping("/unsubscribe/{token}")
  ModelAndView ask(Page page, @PathVariable String token, HttpServletResponse response) {
    boolean known = unsubscribing.knows(token);
    return shown(page, token, known ? "ask" : "gone", response);
  }

  @PostMapping("/unsubscribe/{token}")
  ModelAndView take(Page page, @PathVariable String token, HttpServletResponse response) {
    boolean known = unsubscribing.take(token);
    return shown(page, token, known ? "done" : "gone", response);
  }

  private static ModelAndView shown(
      Page page, String token, String state, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    if (state.equals("gone")) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
    }
    return new ModelAndView("messages/unsubscribe", "v", new UnsubscribeView(page, token, state));
  }
}
