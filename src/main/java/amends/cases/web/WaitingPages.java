package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseFile;
import amends.cases.Waiting;
import amends.cases.Waits;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For whom a case waits, and when we look whether it has come. */
@Controller
final class WaitingPages implements Deed {
  private final Waits waits;
  private final ActPage actPage;

  WaitingPages(Waits waits, ActPage actPage) {
    this.waits = waits;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/waiting")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/waiting")
  ModelAndView begin(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  /** Who looked and goes on waiting need not type the reason again. */
  @Override
  public Form offered(Ask ask, Case matter) {
    return waits
        .standing(ask.id(), ask.viewer())
        .map(w -> Form.of(Map.of("whom", w.whom(), "words", w.words())))
        .orElseGet(Form::blank);
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Voice t = ask.page().t();
    Optional<CaseFile.Wait> standing = waits.standing(ask.id(), ask.viewer());
    List<Choice> whom =
        Stream.of("customer", "carrier", "insurer", "supplier", "court", "colleague")
            .map(w -> Choice.of(w, t.say("cases.wait.whom." + w)))
            .toList();
    return new Sheet("waiting", standing.map(w -> note(t, w)).orElse(""), whom);
  }

  static String note(Voice t, CaseFile.Wait wait) {
    return wait.words().isEmpty()
        ? t.say("cases.wait.now", t.say("cases.wait.for." + wait.whom()), wait.lookAt())
        : t.say(
            "cases.wait.now.words",
            t.say("cases.wait.for." + wait.whom()),
            wait.words(),
            wait.lookAt());
  }

  @Override
  public String act(Ask ask) {
    waits.begin(
        ask.id(),
        new Waiting(ask.field("whom"), ask.field("words"), Typed.required(ask, "by")),
        ask.viewer());
    return "cases.done.waiting";
  }
}
