package amends.cases.web;

import amends.cases.Cases;
import amends.cases.Replies;
import amends.shared.page.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is written in a case: replies, notes, statements, calls. */
@Controller
final class WritingPages {
  private final Cases cases;
  private final Acting acting;
  private final CasePage casePage;
  private final Replies replies;
  private final Also also;

  WritingPages(Cases cases, Acting acting, CasePage casePage, Replies replies, Also also) {
    this.cases = cases;
    this.acting = acting;
    this.casePage = casePage;
    this.replies = replies;
    this.also = also;
  }

  @PostMapping("/cases/{id}/replies")
  ModelAndView reply(Ask ask, RedirectAttributes next) {
    return written(
        ask, "reply", next, () -> replies.reply(ask.id(), Typed.written(ask), ask.viewer()));
  }

  @PostMapping("/cases/{id}/notes")
  ModelAndView note(Ask ask, RedirectAttributes next) {
    return written(ask, "note", next, () -> cases.note(ask.id(), ask.field("text"), ask.viewer()));
  }

  @PostMapping("/cases/{id}/statements")
  ModelAndView state(Ask ask, RedirectAttributes next) {
    return written(ask, "statement", next, () -> state(ask));
  }

  private void state(Ask ask) {
    cases.state(ask.id(), ask.field("teller"), ask.field("who"), ask.field("text"), ask.viewer());
  }

  @PostMapping("/cases/{id}/calls")
  ModelAndView call(Ask ask, RedirectAttributes next) {
    return written(ask, "call", next, () -> call(ask));
  }

  private void call(Ask ask) {
    cases.call(
        ask.id(),
        ask.field("direction"),
        Typed.minutes(ask),
        Typed.draft(ask, "text"),
        ask.viewer());
  }

  private ModelAndView written(Ask ask, String mode, RedirectAttributes next, Runnable act) {
    Acting.Act done =
        () -> {
          also.before(ask);
          act.run();
          also.run(ask, mode);
          return "cases.done." + mode;
        };
    Acting.Way way =
        new Acting.Way() {
          @Override
          public String done() {
            return also.back(ask);
          }

          @Override
          public ModelAndView refused(Form form) {
            return casePage.shown(ask, mode, form);
          }
        };
    return acting.act(ask, next, done, way);
  }
}
