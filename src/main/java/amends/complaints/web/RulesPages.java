package amends.complaints.web;

import amends.complaints.Regime;
import amends.complaints.Returns;
import amends.complaints.Rules;
import amends.complaints.Switches;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All formal complaints, the rules that the house is under, and the return of a period. */
@Controller
final class RulesPages {
  private final Switches switches;
  private final Returns returns;
  private final ComplaintList list;
  private final Permits permits;

  RulesPages(Switches switches, Returns returns, ComplaintList list, Permits permits) {
    this.switches = switches;
    this.returns = returns;
    this.list = list;
    this.permits = permits;
  }

  @GetMapping("/complaints")
  ModelAndView show(Page page, Viewer viewer) {
    permits.require(viewer, Permission.SEE_CUSTOMERS);
    return list.shown(page, viewer, Form.blank(), "");
  }

  @PostMapping("/complaints/rules/{code}")
  ModelAndView turn(
      Page page,
      Viewer viewer,
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    try {
      if (typed.getOrDefault("on", "").equals("yes")) {
        switches.turnOn(code, day("since", typed), viewer);
      } else {
        switches.turnOff(code, viewer);
      }
    } catch (Refusal refusal) {
      ModelAndView again = list.shown(page, viewer, Form.of(typed).refused(page, refusal), code);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    next.addFlashAttribute(Pages.FLASH, page.t().say("complaints.done.rules"));
    return new ModelAndView("redirect:/complaints#rules");
  }

  /** A file for the regulator; it holds figures and nobody's name. */
  @GetMapping("/complaints/return")
  Object file(Page page, Viewer viewer, @RequestParam Map<String, String> typed) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    try {
      Regime regime =
          Rules.regime(typed.getOrDefault("rules", ""))
              .orElseThrow(() -> new Refusal("rules", "complaints.refusal.regime"));
      LocalDate from = day("from", typed);
      LocalDate to = day("to", typed);
      if (to.isBefore(from)) {
        throw new Refusal("to", "complaints.refusal.period");
      }
      String name = "complaints-%s-%s-%s.csv".formatted(regime.code(), from, to);
      return ResponseEntity.ok()
          .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment().filename(name).build().toString())
          .body(returns.file(regime, from, to));
    } catch (Refusal refusal) {
      ModelAndView again =
          list.shown(page, viewer, Form.of(typed).refused(page, refusal), "return");
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
  }

  private static LocalDate day(String field, Map<String, String> typed) {
    try {
      return LocalDate.parse(typed.getOrDefault(field, "").strip());
    } catch (DateTimeException e) {
      throw new Refusal(field, "complaints.refusal.day");
    }
  }
}
