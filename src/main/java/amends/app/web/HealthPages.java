package amends.app.web;

import amends.app.MinuteChecks;
import amends.app.Restored;
import amends.shared.Check;
import amends.shared.Subject;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the installation is, for people; machines ask {@code /health}. */
@Controller
final class HealthPages {
  private final Permits permits;
  private final MinuteChecks checks;
  private final WorkThatWaits work;
  private final HouseFacts facts;
  private final Restored restored;

  HealthPages(
      Permits permits,
      MinuteChecks checks,
      WorkThatWaits work,
      HouseFacts facts,
      Restored restored) {
    this.permits = permits;
    this.checks = checks;
    this.work = work;
    this.facts = facts;
    this.restored = restored;
  }

  @GetMapping("/system")
  ModelAndView show(Page page, Viewer viewer) {
    permits.require(viewer, Permission.SEE_HEALTH);
    MinuteChecks.Round round = checks.last();
    HealthView v =
        new HealthView(
            page,
            facts.warnings(page.t()),
            page.t().at(round.at(), page.now()),
            round.checks().stream().map(held -> check(page, held)).toList(),
            work.queues(page),
            work.poison(page),
            facts.facts(page.t()),
            permits.may(viewer, Permission.RELEASE_OUTBOX));
    return new ModelAndView("app/health", "v", v);
  }

  @PostMapping("/system/release")
  String release(Page page, Viewer viewer, RedirectAttributes next) {
    permits.require(viewer, Permission.RELEASE_OUTBOX);
    boolean released = restored.release(viewer.actor());
    String key = released ? "app.health.released" : "app.health.released.not";
    next.addFlashAttribute(Pages.FLASH, page.t().say(key));
    return "redirect:/system";
  }

  private static HealthView.Check check(Page page, MinuteChecks.Held held) {
    List<HealthView.Finding> findings = held.findings().stream().map(HealthPages::finding).toList();
    return new HealthView.Check(held.code(), page.t().say(held.words()), findings);
  }

  private static HealthView.Finding finding(Check.Finding finding) {
    return new HealthView.Finding(
        finding.subject() + " " + finding.words(), link(finding.subject()));
  }

  private static @Nullable String link(Subject subject) {
    return switch (subject.kind()) {
      case "case" -> "/cases/" + subject.id();
      case "held" -> "/held/" + subject.id();
      default -> null;
    };
  }
}
