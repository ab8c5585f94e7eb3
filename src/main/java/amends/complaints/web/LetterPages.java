package amends.complaints.web;

import amends.cases.Case;
import amends.cases.Draft;
import amends.complaints.Complaint;
import amends.complaints.Complaints;
import amends.complaints.LetterKind;
import amends.complaints.Letters;
import amends.complaints.PartRule;
import amends.complaints.web.ComplaintDoor.Visit;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Viewer;
import amends.time.ByWhen;
import amends.time.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a letter under the rules: prepared words, and what it must say beside them. */
@Controller
final class LetterPages {
  private final Complaints complaints;
  private final Letters letters;
  private final ComplaintDoor door;

  LetterPages(Complaints complaints, Letters letters, ComplaintDoor door) {
    this.complaints = complaints;
    this.letters = letters;
    this.door = door;
  }

  @GetMapping("/cases/{id}/complaint/letters/{kind}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id, @PathVariable String kind) {
    Visit visit = new Visit(page, viewer, id, Map.of());
    door.requireWork(visit);
    String text = letters.prepared(complaint(visit), kind(kind), page.t());
    return shown(visit, kind(kind), Form.of(Map.of("text", text)));
  }

  @PostMapping("/cases/{id}/complaint/letters/{kind}")
  ModelAndView send(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @PathVariable String kind,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed);
    LetterKind letter = kind(kind);
    return door.act(
        visit,
        next,
        "sent",
        () -> letters.send(id, letter, draft(visit), viewer, page.t()),
        (form, act) -> shown(visit, letter, form));
  }

  private static Draft draft(Visit visit) {
    boolean nothing = visit.ticked("nothing_more");
    if (nothing) {
      return new Draft(visit.field("text"), null, null, true);
    }
    if (visit.field("next").isEmpty()) {
      throw new Refusal("next", "complaints.refusal.next");
    }
    Instant by = ByWhen.read("by", visit.field("by"), visit.page().t(), visit.page().now());
    return new Draft(visit.field("text"), visit.field("next"), by, false);
  }

  private static LetterKind kind(String code) {
    return LetterKind.of(code).orElseThrow(() -> new NotFound(Subject.of("page", 0)));
  }

  private Complaint complaint(Visit visit) {
    Case matter = door.see(visit);
    return complaints
        .of(matter.id())
        .orElseThrow(() -> new NotFound(Subject.of("complaint", matter.id())));
  }

  private ModelAndView shown(Visit visit, LetterKind kind, Form form) {
    Case matter = door.see(visit);
    Voice t = visit.page().t();
    Complaint complaint = complaint(visit);
    List<Choice> parts =
        letters.parts(complaint, kind).stream().map(part -> part(t, part)).toList();
    List<Choice> moments =
        ByWhen.offers(WorkingCalendar.office(t.zone()), t, visit.page().now()).stream()
            .map(offer -> Choice.of(offer.typed(), t.moment(offer.at())))
            .toList();
    return new ModelAndView(
        "complaints/letter",
        "v",
        new LetterView(
            visit.page(),
            matter.id(),
            matter.subject(),
            door.customer(matter),
            kind.code(),
            form.isRefused() ? "" : letters.notYet(complaint, kind).map(t::say).orElse(""),
            parts,
            moments,
            form));
  }

  private static Choice part(Voice t, PartRule part) {
    return new Choice(
        part.code(),
        t.say("complaints.part." + part.code() + ".name"),
        String.join(", ", part.words()));
  }
}
