package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseFile;
import amends.cases.CaseFiles;
import amends.cases.Cases;
import amends.customers.Channel;
import amends.shared.page.Form;
import amends.staff.Permission;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The look back: what the customer says, or that nobody answered. */
@Controller
final class FollowUpPages implements Deed {
  private final Cases cases;
  private final CaseFiles files;
  private final ActPage actPage;

  FollowUpPages(Cases cases, CaseFiles files, ActPage actPage) {
    this.cases = cases;
    this.files = files;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/follow-ups")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/follow-ups")
  ModelAndView note(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.SETTLE;
  }

  /** The way that was chosen when it was settled is offered. */
  @Override
  public Form offered(Ask ask, Case matter) {
    CaseFile.Settlement settled = files.of(matter.id(), ask.viewer()).settlement();
    Channel chosen = settled == null ? null : settled.channel();
    return chosen == null ? Form.blank() : Form.of(Map.of("channel", chosen.code()));
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Instant due = matter.nextDueAt();
    String note =
        !matter.settled()
            ? ask.page().t().say("cases.refusal.not-settled")
            : due == null ? "" : ask.page().t().say("cases.follow.note", due);
    return new Sheet("followup", note, Channels.choices(ask.page().t()));
  }

  @Override
  public String act(Ask ask) {
    Channel channel = Objects.requireNonNullElse(Typed.channel(ask, "channel"), Channel.EMAIL);
    cases.followUp(
        ask.id(), ask.field("result"), channel.code(), Typed.draft(ask, "words"), ask.viewer());
    return "cases.done.followed";
  }
}
