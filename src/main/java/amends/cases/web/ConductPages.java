package amends.cases.web;

import amends.cases.Conduct;
import amends.cases.ConductComplaints;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A complaint about a colleague, taken down where its subject never sees it. */
@Controller
final class ConductPages {
  private final ConductComplaints complaints;
  private final AroundSheet sheet;
  private final Acting acting;

  ConductPages(ConductComplaints complaints, AroundSheet sheet, Acting acting) {
    this.complaints = complaints;
    this.sheet = sheet;
    this.acting = acting;
  }

  @PostMapping("/cases/{id}/conduct")
  ModelAndView open(Ask ask, RedirectAttributes next) {
    AtomicLong opened = new AtomicLong(ask.id());
    Acting.Way way =
        new Acting.Way() {
          @Override
          public String done() {
            return "/cases/" + opened.get();
          }

          @Override
          public ModelAndView refused(Form form) {
            return sheet.shown(ask, "conduct", form);
          }
        };
    return acting.act(
        ask,
        next,
        () -> {
          opened.set(complaints.open(ask.id(), read(ask), words(ask), ask.viewer()));
          return "cases.done.conduct";
        },
        way);
  }

  private static Conduct read(Ask ask) {
    Long person = Typed.number(ask, "person");
    if (person == null) {
      throw new Refusal("person", "cases.conduct.refusal.who");
    }
    return new Conduct(
        person, RuleForm.named(ask), ask.field("happened"), Typed.required(ask, "by"));
  }

  private static Conduct.Words words(Ask ask) {
    Voice t = ask.page().t();
    return new Conduct.Words(
        t.say("cases.conduct.subject"),
        t.say("cases.conduct.promise"),
        t.say("cases.people.look.restricted"));
  }
}
