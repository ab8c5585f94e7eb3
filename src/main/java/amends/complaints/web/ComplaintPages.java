package amends.complaints.web;

import amends.complaints.Complaint.Outcome;
import amends.complaints.Complaint.Received;
import amends.complaints.Complaints;
import amends.complaints.web.ComplaintDoor.Visit;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case as a formal complaint: received, looked into, decided, accepted or taken further. */
@Controller
final class ComplaintPages {
  private static final String AT = "/cases/{id}/complaint";

  private final Complaints complaints;
  private final ComplaintDoor door;
  private final ComplaintSheet sheet;

  ComplaintPages(Complaints complaints, ComplaintDoor door, ComplaintSheet sheet) {
    this.complaints = complaints;
    this.door = door;
    this.sheet = sheet;
  }

  @GetMapping(AT)
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    return sheet.shown(new Visit(page, viewer, id, Map.of()), Form.blank(), "");
  }

  @PostMapping(AT)
  ModelAndView receive(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "regimes", required = false) @Nullable List<String> regimes,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed);
    return act(
        visit,
        next,
        "received",
        () ->
            complaints.receive(
                id,
                new Received(
                    ReceivedAt.read("received", visit.field("received"), page.t(), page.now()),
                    visit.field("way"),
                    visit.field("wants"),
                    visit.field("eligible"),
                    visit.ticked("vulnerable"),
                    visit.ticked("unmet"),
                    regimes == null ? List.of() : regimes),
                viewer));
  }

  @PostMapping(AT + "/investigator")
  ModelAndView assign(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed);
    String person = visit.field("investigator");
    return act(
        visit,
        next,
        "assigned",
        () ->
            complaints.assign(
                id, person.matches("\\d{1,18}") ? Long.parseLong(person) : 0, viewer));
  }

  @PostMapping(AT + "/decision")
  ModelAndView decide(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed);
    return act(
        visit,
        next,
        "decided",
        () ->
            complaints.decide(
                id,
                outcome(visit.field("outcome")),
                visit.field("findings"),
                redress(visit.field("amount"), visit.field("currency")),
                viewer));
  }

  @PostMapping(AT + "/acceptance")
  ModelAndView accept(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed);
    String who = door.customer(door.see(visit));
    return act(
        visit, next, "accepted", () -> complaints.accept(id, who, visit.field("said"), viewer));
  }

  @PostMapping(AT + "/withdrawal")
  ModelAndView withdraw(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed);
    String who = door.customer(door.see(visit));
    return act(
        visit,
        next,
        "withdrawn",
        () -> complaints.withdraw(id, who, visit.field("taken_back"), viewer));
  }

  @PostMapping(AT + "/referral")
  ModelAndView refer(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed);
    return act(
        visit,
        next,
        "referred",
        () -> complaints.refer(id, visit.field("to"), visit.field("reference"), viewer));
  }

  private ModelAndView act(Visit visit, RedirectAttributes next, String act, Runnable deed) {
    return door.act(visit, next, act, deed, (form, refused) -> sheet.shown(visit, form, refused));
  }

  private static Outcome outcome(String code) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal("outcome", "complaints.refusal.outcome"));
  }

  /** "12.50" and "GBP"; nothing typed is no redress. */
  private static @Nullable Money redress(String amount, String currency) {
    if (amount.isEmpty()) {
      return null;
    }
    String code = currency.toUpperCase(Locale.ROOT);
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(code))) {
      throw new Refusal("currency", "complaints.refusal.currency");
    }
    int digits = new Money(0, code).exponent();
    if (!amount.matches("\\d{1,12}(\\.\\d{1," + Math.max(1, digits) + "})?")) {
      throw new Refusal("amount", "complaints.refusal.amount");
    }
    BigDecimal minor = new BigDecimal(amount).movePointRight(digits).stripTrailingZeros();
    if (minor.scale() > 0) {
      throw new Refusal("amount", "complaints.refusal.amount");
    }
    return new Money(minor.longValueExact(), code);
  }
}
