package amends.cases.web;

import amends.cases.Draft;
import amends.cases.Round;
import amends.cases.Rounds;
import amends.shared.page.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One reply to many chosen cases: written, looked at, sent, followed, taken back. */
@Controller
final class RoundPages {
  private final Rounds rounds;
  private final Chosen chosen;
  private final RoundSheets sheets;
  private final Acting acting;

  RoundPages(Rounds rounds, Chosen chosen, RoundSheets sheets, Acting acting) {
    this.rounds = rounds;
    this.chosen = chosen;
    this.sheets = sheets;
    this.acting = acting;
  }

  @GetMapping("/rounds/new")
  ModelAndView begin(Ask ask, @RequestParam(defaultValue = "") List<String> pick) {
    List<Long> cases =
        ask.field("all").equals("yes")
            ? chosen.all(ask.page(), ask.viewer(), ask.typed())
            : Chosen.numbers(pick);
    return sheets.written(ask, null, Form.blank(), cases);
  }

  @PostMapping("/rounds")
  ModelAndView write(
      Ask ask, RedirectAttributes next, @RequestParam(defaultValue = "") List<String> pick) {
    List<Long> cases = Chosen.numbers(pick);
    AtomicLong made = new AtomicLong();
    Acting.Way way =
        new Acting.Way() {
          @Override
          public String done() {
            return made.get() == 0 ? "/cases" : "/rounds/" + made.get();
          }

          @Override
          public ModelAndView refused(Form form) {
            return sheets.written(ask, null, form, cases);
          }
        };
    return acting.act(
        ask,
        next,
        () -> {
          made.set(rounds.write(draft(ask), cases, ask.viewer()));
          return "cases.round.done.written";
        },
        way);
  }

  @GetMapping("/rounds/{id}")
  ModelAndView show(Ask ask) {
    Round round = rounds.see(ask.id(), ask.viewer());
    if (round.sent()) {
      return sheets.sent(ask, round);
    }
    List<Long> cases =
        rounds.parts(ask.id(), ask.viewer()).stream().map(Round.Part::caseId).toList();
    return sheets.written(ask, round, Form.of(fields(ask, round.draft())), cases);
  }

  @PostMapping("/rounds/{id}")
  ModelAndView rewrite(
      Ask ask, RedirectAttributes next, @RequestParam(defaultValue = "") List<String> pick) {
    Round round = rounds.see(ask.id(), ask.viewer());
    List<Long> cases = Chosen.numbers(pick);
    return acting.act(
        ask,
        next,
        () -> {
          rounds.rewrite(ask.id(), draft(ask), cases, ask.viewer());
          return "cases.round.done.written";
        },
        Acting.way("/rounds/" + ask.id(), form -> sheets.written(ask, round, form, cases)));
  }

  @PostMapping("/rounds/{id}/sending")
  ModelAndView send(Ask ask, RedirectAttributes next) {
    Round round = rounds.see(ask.id(), ask.viewer());
    List<Long> cases =
        rounds.parts(ask.id(), ask.viewer()).stream().map(Round.Part::caseId).toList();
    return acting.act(
        ask,
        next,
        () -> {
          rounds.send(ask.id(), ask.viewer());
          return "cases.round.done.sending";
        },
        Acting.way(
            "/rounds/" + ask.id(),
            form -> sheets.written(ask, round, refused(ask, round, form), cases)));
  }

  @PostMapping("/rounds/{id}/undoing")
  ModelAndView undo(Ask ask, RedirectAttributes next) {
    return acting.act(
        ask,
        next,
        () -> {
          rounds.undo(ask.id(), ask.viewer());
          return "cases.round.done.undone";
        },
        Acting.way(
            "/rounds/" + ask.id(), form -> sheets.sent(ask, rounds.see(ask.id(), ask.viewer()))));
  }

  private static Draft draft(Ask ask) {
    return Typed.draft(ask, "text");
  }

  private static Form refused(Ask ask, Round round, Form form) {
    return new Form(fields(ask, round.draft()), form.errors());
  }

  private static Map<String, String> fields(Ask ask, Draft draft) {
    Map<String, String> fields = new HashMap<>();
    fields.put("text", draft.text());
    fields.put("next", draft.words() == null ? "" : draft.words());
    if (draft.dueAt() != null) {
      fields.put("by", RoundSheets.typed(draft.dueAt(), ask));
    }
    if (draft.nothingMore()) {
      fields.put("nothing_more", "yes");
    }
    return fields;
  }
}
