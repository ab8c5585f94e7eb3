package amends.cases.web;

import amends.customers.Customers;
import amends.customers.Erasures;
import amends.customers.Exports;
import amends.customers.Holds;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is held about one customer: giving it out, erasing it, holding it. */
@Controller
final class CustomerDataPages {
  private final Customers customers;
  private final Permits permits;
  private final CustomerDataPage dataPage;
  private final Duties duties;

  CustomerDataPages(
      Customers customers, Permits permits, CustomerDataPage dataPage, Duties duties) {
    this.customers = customers;
    this.permits = permits;
    this.dataPage = dataPage;
    this.duties = duties;
  }

  /** What can be done with the data of a customer. */
  @Component
  static final class Duties {
    private final Erasures erasures;
    private final Exports exports;
    private final Holds holds;

    Duties(Erasures erasures, Exports exports, Holds holds) {
      this.erasures = erasures;
      this.exports = exports;
      this.holds = holds;
    }
  }

  @GetMapping("/customers/{id}/data")
  ModelAndView show(Ask ask) {
    permits.require(ask.viewer(), Permission.KEEP_DATA);
    return dataPage.shown(ask, Form.blank());
  }

  @PostMapping("/customers/{id}/data/export")
  ModelAndView export(Ask ask, RedirectAttributes next) {
    return done(ask, next, "export", () -> duties.exports.ask(ask.id(), ask.viewer().actor()));
  }

  /** Posted, because fetching it is told by the journal. */
  @PostMapping("/customers/{id}/data/file")
  Object file(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.KEEP_DATA);
    customers.customer(ask.id());
    Optional<byte[]> file =
        duties.exports.fetch(ask.id(), number(ask, "export"), ask.viewer().actor());
    if (file.isEmpty()) {
      next.addFlashAttribute(Pages.FLASH, ask.page().t().say("customers.data.done.gone"));
      return new ModelAndView("redirect:/customers/" + ask.id() + "/data");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            "Content-Disposition", "attachment; filename=\"customer-%d.zip\"".formatted(ask.id()))
        .header("Cache-Control", "no-store")
        .body(file.get());
  }

  @PostMapping("/customers/{id}/data/erasure")
  ModelAndView erasure(Ask ask, RedirectAttributes next) {
    return done(ask, next, "asked", () -> duties.erasures.ask(ask.id(), ask.viewer().actor()));
  }

  @PostMapping("/customers/{id}/data/confirmation")
  ModelAndView confirmation(Ask ask, RedirectAttributes next) {
    return done(ask, next, "erased", () -> duties.erasures.confirm(ask.id(), ask.viewer().actor()));
  }

  @PostMapping("/customers/{id}/data/withdrawal")
  ModelAndView withdrawal(Ask ask, RedirectAttributes next) {
    return done(
        ask, next, "withdrawn", () -> duties.erasures.withdraw(ask.id(), ask.viewer().actor()));
  }

  @PostMapping("/customers/{id}/data/holds")
  ModelAndView hold(Ask ask, RedirectAttributes next) {
    return done(
        ask,
        next,
        "held",
        () ->
            duties.holds.set(
                ask.id(),
                number(ask, "case"),
                ask.field("reason"),
                review(ask),
                ask.viewer().actor()));
  }

  @PostMapping("/customers/{id}/data/lifting")
  ModelAndView lifting(Ask ask, RedirectAttributes next) {
    return done(
        ask,
        next,
        "lifted",
        () -> duties.holds.lift(ask.id(), number(ask, "hold"), ask.viewer().actor()));
  }

  private ModelAndView done(Ask ask, RedirectAttributes next, String done, Runnable act) {
    permits.require(ask.viewer(), Permission.KEEP_DATA);
    customers.customer(ask.id());
    try {
      act.run();
    } catch (Refusal refusal) {
      ModelAndView again = dataPage.shown(ask, Typed.refused(ask, refusal));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    next.addFlashAttribute(Pages.FLASH, ask.page().t().say("customers.data.done." + done));
    return new ModelAndView("redirect:/customers/" + ask.id() + "/data");
  }

  private static long number(Ask ask, String field) {
    String typed = ask.field(field);
    return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }

  private static Instant review(Ask ask) {
    try {
      return LocalDate.parse(ask.field("review")).atStartOfDay(ask.viewer().zone()).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refusal("review", "customers.data.refuse.review");
    }
  }
}
