package amends.cases.web;

import amends.cases.Tags;
import amends.shared.Refusal;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every tag: leads rename them, and merge two by giving one the other's name. */
@Controller
final class TagPages {
  private final Tags tags;
  private final Permits permits;

  TagPages(Tags tags, Permits permits) {
    this.tags = tags;
    this.permits = permits;
  }

  @GetMapping("/tags")
  ModelAndView list(Page page, Viewer viewer) {
    permits.require(viewer, Permission.KEEP_DESK);
    return new ModelAndView("cases/tags", "v", new TagsView(page, tags.all()));
  }

  @PostMapping("/tags/{id}")
  String rename(
      Page page,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String name,
      RedirectAttributes next) {
    try {
      tags.rename(Ask.number(id), name, viewer);
      next.addFlashAttribute(Pages.FLASH, page.t().say("cases.tag.done", name.strip()));
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal));
    }
    return "redirect:/tags";
  }
}
