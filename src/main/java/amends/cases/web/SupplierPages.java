package amends.cases.web;

import amends.cases.SupplierWords;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What suppliers promised us, in the ledger: by when, what rests on it, and who reminds them. */
@Controller
final class SupplierPages {
  private static final Duration SOON = Duration.ofHours(24);
  private static final String HERE = "/promises/suppliers";

  private final SupplierWords words;
  private final Acting acting;

  SupplierPages(SupplierWords words, Acting acting) {
    this.words = words;
    this.acting = acting;
  }

  @GetMapping(HERE)
  ModelAndView show(Ask ask) {
    return page(ask, Form.blank());
  }

  @PostMapping(HERE + "/{id}/chase")
  ModelAndView chase(Ask ask, RedirectAttributes next) {
    return acting.act(
        ask,
        next,
        () -> {
          words.chase(ask.id(), ask.viewer());
          return "cases.suppliers.chased";
        },
        Acting.way(HERE, form -> page(ask, form)));
  }

  private ModelAndView page(Ask ask, Form form) {
    List<SuppliersView.Row> rows = words.open(ask.viewer()).stream().map(w -> row(ask, w)).toList();
    return new ModelAndView("cases/suppliers", "v", new SuppliersView(ask.page(), form, rows));
  }

  private static SuppliersView.Row row(Ask ask, SupplierWords.Line word) {
    Voice t = ask.page().t();
    Instant now = ask.page().now();
    Instant chased = word.chasedAt();
    String state =
        word.slippedAt() == null
            ? t.say("cases.suppliers.by", t.at(word.dueAt(), now))
            : t.say(
                "cases.suppliers.slipped",
                t.at(word.dueAt(), now),
                word.reason() == null ? t.say("cases.suppliers.no-reason") : word.reason());
    return new SuppliersView.Row(
        word.id(),
        word.supplier(),
        word.words(),
        state,
        t.say("cases.suppliers.rests", word.promises()),
        chased == null
            ? t.say("cases.suppliers.never")
            : t.say("cases.suppliers.reminded", t.at(chased, now)),
        "/cases/" + word.caseId(),
        t.say("cases.crumb", String.valueOf(word.caseId()), word.subject()),
        Clock.running(t, word.dueAt(), now, SOON));
  }
}
