package amends.cases.web;

import amends.cases.Mentions;
import amends.cases.Mentions.Mention;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes that name the viewer, and whether they are done. */
@Controller
final class MentionPages {
  private final Mentions mentions;

  MentionPages(Mentions mentions) {
    this.mentions = mentions;
  }

  @GetMapping("/mentions")
  ModelAndView show(Page page, Viewer viewer, @RequestParam(defaultValue = "") String done) {
    boolean earlier = done.equals("yes");
    return new ModelAndView(
        "cases/mentions",
        "v",
        new MentionsView(
            page, earlier, mentions.of(viewer, earlier).stream().map(m -> row(page, m)).toList()));
  }

  @PostMapping("/mentions/{id}/done")
  String mark(
      Page page,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "yes") String done,
      RedirectAttributes next) {
    boolean isDone = !done.equals("no");
    mentions.mark(Ask.number(id), isDone, viewer);
    String key = isDone ? "cases.mention.is.done" : "cases.mention.is.open";
    next.addFlashAttribute(Pages.FLASH, page.t().say(key));
    return "redirect:/mentions" + (isDone ? "" : "?done=yes");
  }

  private static MentionsView.Row row(Page page, Mention m) {
    String by = m.by();
    return new MentionsView.Row(
        m.id(),
        m.caseId(),
        page.t().say("cases.mention.case", String.valueOf(m.caseId()), m.customer(), m.subject()),
        by == null ? page.t().say("cases.mention.program") : by,
        m.at(),
        page.t().at(m.at(), page.now()),
        m.words());
  }
}
