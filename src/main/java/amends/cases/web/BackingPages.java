package amends.cases.web;

import amends.cases.Case;
import amends.remedies.Backings;
import amends.remedies.RemedyGrant;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was given within limits, looked at afterwards; the customer keeps it either way. */
@Controller
final class BackingPages {
  private static final int MOST = 30;

  private final Backings backings;
  private final Permits permits;
  private final GrantLines lines;
  private final ApprovalPages.Matters matters;
  private final RemedyReach reach;

  BackingPages(
      Backings backings,
      Permits permits,
      GrantLines lines,
      ApprovalPages.Matters matters,
      RemedyReach reach) {
    this.backings = backings;
    this.permits = permits;
    this.lines = lines;
    this.matters = matters;
    this.reach = reach;
  }

  @GetMapping("/remedies/backing")
  ModelAndView show(Ask ask) {
    require(ask);
    return page(ask, null);
  }

  @PostMapping("/remedies/backing/{id}")
  ModelAndView back(Ask ask, RedirectAttributes next) {
    require(ask);
    boolean plain = ask.field("do").equals("backed");
    String lesson = ask.field("lesson").strip();
    try {
      if (!plain && lesson.isEmpty()) {
        throw new Refusal("lesson", "cases.backing.refusal.lesson");
      }
      backings.back(ask.id(), plain ? null : lesson, ask.viewer());
    } catch (Refusal refusal) {
      ModelAndView again = page(ask, refusal);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    next.addFlashAttribute(Pages.FLASH, ask.page().t().say("cases.backing.done"));
    return new ModelAndView("redirect:/remedies/backing");
  }

  /** Whoever leads anywhere has a queue of their own teams and brands. */
  private void require(Ask ask) {
    permits.requireSomewhere(ask.viewer(), Permission.BACK_REMEDY);
  }

  private ModelAndView page(Ask ask, @Nullable Refusal refusal) {
    List<BackingView.Row> rows =
        backings.queue(ask.viewer(), MOST).stream().map(grant -> row(ask, grant, refusal)).toList();
    return new ModelAndView(
        "cases/backing",
        "v",
        new BackingView(
            ask.page(),
            rows,
            backings.count(ask.viewer()),
            permits.maySomewhere(ask.viewer(), Permission.STOP_REMEDY)));
  }

  private BackingView.Row row(Ask ask, RemedyGrant grant, @Nullable Refusal refusal) {
    Voice t = ask.page().t();
    boolean refused = refusal != null && grant.id() == ask.id();
    Case matter = matters.seen(ask, grant.about().id());
    var like = reach.like(grant.cause(), grant.severity(), grant.amount().currency());
    return new BackingView.Row(
        grant.id(),
        lines.what(t, grant.remedyId(), grant.amount()),
        t.say(
            "cases.backing.who",
            lines.words().person(t, grant.ruledBy()),
            matters.customer(grant.customerId()),
            t.at(grant.grantedAt(), ask.page().now())),
        matter != null && grant.reason().equals(matter.subject()) ? "" : grant.reason(),
        like.count() == 0
            ? List.of()
            : List.of(t.say("cases.approvals.like", RemedyNotes.like(t, like))),
        matter == null
            ? null
            : t.say("cases.approvals.matter", String.valueOf(matter.id()), matter.subject()),
        matter == null ? null : "/cases/" + matter.id(),
        refused && refusal != null ? t.say(refusal) : null,
        refused ? ask.field("lesson") : "");
  }
}
