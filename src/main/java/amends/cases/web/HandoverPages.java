package amends.cases.web;

import amends.cases.Shift;
import amends.cases.Shifts;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What colleagues handed over before they went, to be accepted. */
@Controller
final class HandoverPages {
  private final Shifts shifts;
  private final ShiftRowsShown rows;
  private final Staff staff;

  HandoverPages(Shifts shifts, ShiftRowsShown rows, Staff staff) {
    this.shifts = shifts;
    this.rows = rows;
    this.staff = staff;
  }

  @GetMapping("/handovers")
  ModelAndView show(Page page, Viewer viewer) {
    List<ShiftView.Offer> offers =
        shifts.offers(viewer).stream().map(offer -> shown(page, viewer, offer)).toList();
    return new ModelAndView("cases/handovers", "v", new ShiftView.Offered(page, offers));
  }

  @PostMapping("/handovers/{id}/acceptance")
  String accept(Page page, Viewer viewer, @PathVariable String id, RedirectAttributes next) {
    int taken = shifts.accept(Ask.number(id), viewer);
    next.addFlashAttribute(Pages.FLASH, page.t().say("cases.shift.accepted", taken));
    return "redirect:/cases?view=mine";
  }

  private ShiftView.Offer shown(Page page, Viewer viewer, Shift offer) {
    Map<Long, String> words =
        offer.cases().stream().collect(Collectors.toMap(Shift.Handed::caseId, Shift.Handed::words));
    List<ShiftView.Item> items =
        rows.of(page, shifts.cases(offer)).stream()
            .map(row -> new ShiftView.Item(row, words.getOrDefault(row.id(), "")))
            .toList();
    boolean mine = Long.valueOf(viewer.id()).equals(offer.toPerson());
    return new ShiftView.Offer(
        offer.id(),
        page.t()
            .say(
                mine ? "cases.shift.from" : "cases.shift.from.team",
                staff.find(offer.fromPerson()).map(p -> p.name()).orElse(""),
                items.size(),
                offer.backAt(),
                staff.team(offer.toTeam()).name()),
        offer.words(),
        page.t().say("cases.shift.until", page.t().at(offer.acceptBy(), page.now())),
        offer.lapsedAt() != null,
        items);
  }
}
