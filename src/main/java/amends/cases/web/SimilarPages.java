package amends.cases.web;

import amends.cases.Precedents;
import amends.cases.Precedents.Precedent;
import amends.shared.Texts.Voice;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What was done for others to whom it happened before. */
@Controller
final class SimilarPages {
  private final Precedents precedents;

  SimilarPages(Precedents precedents) {
    this.precedents = precedents;
  }

  @GetMapping("/cases/{id}/similar")
  ModelAndView show(Ask ask) {
    SimilarView view =
        new SimilarView(
            ask.page(),
            ask.id(),
            precedents.of(ask.id(), ask.viewer()).stream()
                .map(one -> found(ask.page().t(), one))
                .toList());
    return new ModelAndView("cases/similar", "v", view);
  }

  private static SimilarView.Found found(Voice t, Precedent one) {
    String when = t.date(one.openedAt());
    String how =
        one.outcome() == null
            ? t.say("cases.similar.running", when)
            : t.say(
                "cases.similar.ended", t.say("cases.outcome." + one.outcome()), when, said(t, one));
    return new SimilarView.Found(
        one.id(), one.subject(), how, Objects.requireNonNullElse(one.done(), ""));
  }

  private static String said(Voice t, Precedent one) {
    return one.right() == null
        ? ""
        : t.say(one.right() ? "cases.similar.right" : "cases.similar.not-right");
  }
}
