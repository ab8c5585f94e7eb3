package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseFiles;
import amends.cases.Cases;
import amends.shared.Texts.Voice;
import amends.staff.Permission;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing a case by hand, or hearing what is still owed. */
@Controller
final class ClosurePages implements Deed {
  private final Cases cases;
  private final CaseFiles files;
  private final ActPage actPage;

  ClosurePages(Cases cases, CaseFiles files, ActPage actPage) {
    this.cases = cases;
    this.files = files;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/closure")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/closure")
  ModelAndView close(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.SETTLE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Voice t = ask.page().t();
    Optional<String> why =
        files.of(matter.id(), ask.viewer()).hinders().map(no -> t.say(no.key(), no.args()));
    return new Sheet(why.isPresent() ? "unclosed" : "closure", why.orElse(""), List.of());
  }

  @Override
  public String act(Ask ask) {
    cases.close(ask.id(), ask.viewer());
    return "cases.done.closed";
  }
}
