package amends.messages.web;

import amends.messages.Errand;
import amends.messages.Errands;
import amends.messages.Medium;
import amends.messages.post.LetterPrint;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calls to make, letters to print and post, notes to write: what is said and done about each. */
@Controller
final class OutboundPages {
  private final Errands errands;
  private final OutboundRoster roster;
  private final LetterPrint print;
  private final Permits permits;
  private final Guard guard;

  OutboundPages(
      Errands errands, OutboundRoster roster, LetterPrint print, Permits permits, Guard guard) {
    this.errands = errands;
    this.roster = roster;
    this.print = print;
    this.permits = permits;
    this.guard = guard;
  }

  @GetMapping("/outbound")
  ModelAndView list(Page page, Viewer viewer, @RequestParam(defaultValue = "") String find) {
    permits.require(viewer, Permission.OPEN_CASE);
    List<Errand> found =
        find.isBlank() ? List.of() : errands.named(find).map(List::of).orElse(List.of());
    Form form = Form.of(Map.of("find", find));
    boolean unknown = !find.isBlank() && found.isEmpty();
    return shown(
        page,
        viewer,
        found,
        unknown ? form.refused("find", page.t().say("messages.outbound.unknown")) : form);
  }

  private ModelAndView shown(Page page, Viewer viewer, List<Errand> found, Form form) {
    return new ModelAndView("messages/outbound", "v", roster.view(page, viewer, found, form));
  }

  @PostMapping("/outbound/{id}/call")
  ModelAndView called(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next,
      HttpServletResponse response) {
    Errand call = worked(viewer, id);
    try {
      Errands.Outcome outcome = outcome(typed.getOrDefault("outcome", ""));
      String minutes = typed.getOrDefault("minutes", "").strip();
      errands.called(
          id,
          outcome,
          minutes.matches("\\d{1,3}") ? Integer.valueOf(minutes) : null,
          typed.getOrDefault("said", ""),
          viewer);
      next.addFlashAttribute(
          Pages.FLASH, page.t().say("messages.outbound.done." + done(call, outcome)));
      return new ModelAndView("redirect:/outbound");
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Map<String, String> values = new HashMap<>(typed);
      values.put("task", String.valueOf(id));
      Form form = Form.of(values).refused(page, refusal);
      return shown(page, viewer, List.of(), form);
    }
  }

  private static String done(Errand call, Errands.Outcome outcome) {
    Errand.Many many = call.many();
    String code = outcome.name().toLowerCase(Locale.ROOT);
    boolean caseless = many != null && many.caseId() == null;
    return outcome == Errands.Outcome.REACHED && caseless ? code + ".many" : code;
  }

  private static Errands.Outcome outcome(String typed) {
    return switch (typed) {
      case "reached" -> Errands.Outcome.REACHED;
      case "no_answer" -> Errands.Outcome.NO_ANSWER;
      case "wrong_number" -> Errands.Outcome.WRONG_NUMBER;
      default -> throw new Refusal("outcome", "messages.errand.outcome");
    };
  }

  @PostMapping("/outbound/{id}/posted")
  String posted(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    worked(viewer, id);
    return back(page, next, "posted", () -> errands.posted(id, viewer.actor()));
  }

  @PostMapping("/outbound/{id}/returned")
  String returned(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes next) {
    worked(viewer, id);
    return back(page, next, "returned", () -> errands.returned(id, why));
  }

  @GetMapping("/outbound/{id}/letter")
  ResponseEntity<byte[]> letter(Viewer viewer, @PathVariable long id) {
    Errand letter = worked(viewer, id);
    return Served.file(
        "letter-" + letter.reference() + ".pdf", "application/pdf", print.pdf(List.of(letter)));
  }

  @PostMapping("/outbound/runs")
  String run(Page page, Viewer viewer, RedirectAttributes next) {
    permits.require(viewer, Permission.OPEN_CASE);
    List<Errand> letters =
        roster.mine(viewer, errands.tasks(500)).stream()
            .filter(e -> e.medium() == Medium.LETTER)
            .toList();
    try {
      return "redirect:/outbound/runs/" + errands.print(letters, viewer);
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal));
      return "redirect:/outbound";
    }
  }

  @GetMapping("/outbound/runs/{id}")
  ModelAndView manifest(Page page, Viewer viewer, @PathVariable long id) {
    List<Errand> letters = ofRun(viewer, id);
    return new ModelAndView(
        "messages/run", "v", roster.view(page, viewer, letters, Form.of(Map.of())).of(id));
  }

  @GetMapping("/outbound/runs/{id}/letters")
  ResponseEntity<byte[]> letters(Viewer viewer, @PathVariable long id) {
    List<Errand> letters = ofRun(viewer, id);
    List<Errand> going = letters.stream().filter(l -> l.notSent() == null).toList();
    return Served.file(
        "letters-" + id + ".pdf", "application/pdf", print.pdf(going.isEmpty() ? letters : going));
  }

  @PostMapping("/outbound/runs/{id}/posted")
  String postedAll(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    ofRun(viewer, id);
    return back(page, next, "posted", () -> errands.postedAll(id, viewer.actor()));
  }

  /** A run with a letter that the viewer may not read is none of theirs. */
  private List<Errand> ofRun(Viewer viewer, long id) {
    permits.require(viewer, Permission.OPEN_CASE);
    List<Errand> letters = errands.batch(id);
    if (roster.mine(viewer, letters).size() < letters.size()) {
      throw new NotFound(Subject.of("print_batch", id));
    }
    return letters;
  }

  private Errand worked(Viewer viewer, long id) {
    Errand errand = errands.get(id);
    guard.requireWork(viewer, errand.about(), Errands.subject(id));
    return errand;
  }

  private static String back(Page page, RedirectAttributes next, String done, Runnable act) {
    try {
      act.run();
      next.addFlashAttribute(Pages.FLASH, page.t().say("messages.outbound.done." + done));
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal));
    }
    return "redirect:/outbound";
  }
}
