package amends.cases.web;

import amends.cases.Case;
import amends.promises.Promises;
import amends.remedies.Arrivals;
import amends.remedies.Remedies;
import amends.remedies.RemedyCheck;
import amends.remedies.RemedyGrant;
import amends.shared.NotFound;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.staff.Permission;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether what was given arrived and works: only the customer's word or evidence says so. */
@Controller
final class RemedyCheckPages implements Deed {
  private final Remedies remedies;
  private final Arrivals arrivals;
  private final Promises promises;
  private final GrantLines lines;
  private final ActPage actPage;

  RemedyCheckPages(
      Remedies remedies, Arrivals arrivals, Promises promises, GrantLines lines, ActPage actPage) {
    this.remedies = remedies;
    this.arrivals = arrivals;
    this.promises = promises;
    this.lines = lines;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/remedies/{part}/check")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/remedies/{part}/check")
  ModelAndView note(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Voice t = ask.page().t();
    RemedyGrant grant = grant(ask);
    String what = lines.what(t, grant.remedyId(), grant.amount());
    Long check = grant.checkPromiseId();
    String note =
        check == null
            ? what
            : t.say("cases.remedycheck.about", what, t.moment(promises.promise(check).dueAt()));
    return new Sheet(
        "remedycheck",
        note,
        Arrays.stream(RemedyCheck.Result.values())
            .map(result ->
                new Choice(
                    result.code(),
                    t.say("cases.remedycheck.result." + result.code()),
                    t.say("cases.remedycheck.result." + result.code() + ".hint")))
            .toList());
  }

  @Override
  public String act(Ask ask) {
    RemedyGrant grant = grant(ask);
    RemedyCheck.Result result = RemedyCheck.Result.of(ask.field("result"));
    arrivals.note(grant.id(), result, ask.field("words"), ask.viewer().actor());
    return result.bad()
        ? "cases.done.remedycheck.failed"
        : "cases.done.remedycheck." + result.code();
  }

  /**
   * @throws NotFound when there is none in this case
   */
  private RemedyGrant grant(Ask ask) {
    RemedyGrant grant = remedies.get(ask.part(), ask.viewer());
    if (!grant.about().equals(Case.subject(ask.id()))) {
      throw new NotFound(grant.subject());
    }
    return grant;
  }
}
