package amends.app.web;

import amends.messages.Connections;
import amends.messages.PublicSentences;
import amends.shared.Refusal;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the house says by itself in public, on one network. */
@Controller
final class SentencePages {
  private final Connections connections;
  private final PublicSentences sentences;
  private final Permits permits;

  SentencePages(Connections connections, PublicSentences sentences, Permits permits) {
    this.connections = connections;
    this.sentences = sentences;
    this.permits = permits;
  }

  @PostMapping("/connections/{id}/sentence")
  String choose(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String words,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    connections.get(id);
    try {
      sentences.choose(id, words, viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("app.connections.sentence.kept"));
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal.key(), refusal.args()));
    }
    return "redirect:/connections/" + id;
  }
}
