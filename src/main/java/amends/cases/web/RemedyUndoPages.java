package amends.cases.web;

import amends.cases.Case;
import amends.remedies.Remedies;
import amends.remedies.RemedyGrant;
import amends.remedies.Undoing;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One press undoes what one gave a moment ago, as long as nothing of it has left. */
@Controller
final class RemedyUndoPages {
  private final Remedies remedies;
  private final Undoing undoing;

  RemedyUndoPages(Remedies remedies, Undoing undoing) {
    this.remedies = remedies;
    this.undoing = undoing;
  }

  @PostMapping("/cases/{id}/remedies/{part}/undoing")
  String undo(Ask ask, RedirectAttributes next) {
    RemedyGrant grant = remedies.get(ask.part(), ask.viewer());
    if (!grant.about().equals(Case.subject(ask.id()))) {
      throw new NotFound(grant.subject());
    }
    String mark = Pages.FLASH;
    boolean approved = grant.requestId() != null;
    String words =
        ask.page().t().say(approved ? "cases.remedy.undo.done.asked" : "cases.remedy.undo.done");
    try {
      undoing.undo(grant.id(), ask.viewer());
    } catch (Refusal refusal) {
      mark = Pages.TROUBLE;
      words = ask.page().t().say(refusal);
    }
    next.addFlashAttribute(mark, words);
    return approved ? "redirect:/remedies/asked" : "redirect:/cases/" + ask.id();
  }
}
