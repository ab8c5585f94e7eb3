package amends.messages.broadcast.web;

import amends.shared.Refusal;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does one thing with a broadcast and leads back to it with a sentence. */
@Component("broadcastActs")
final class Acts {
  String act(Page page, RedirectAttributes next, String done, long id, Runnable act) {
    try {
      act.run();
      return done(page, next, done, id);
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal.key(), refusal.args()));
      return "redirect:/broadcasts/" + id;
    }
  }

  String done(Page page, RedirectAttributes next, String done, long id) {
    next.addFlashAttribute(Pages.FLASH, page.t().say("messages.broadcast.done." + done));
    return "redirect:/broadcasts/" + id;
  }
}
