package amends.cases.web;

import amends.cases.Case;
import amends.remedies.NewOffer;
import amends.remedies.Offer;
import amends.remedies.Offers;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A choice for the customer: put together, and no longer offered. */
@Controller
final class OfferPages {
  private final RemedyPages.Door door;
  private final Offering offering;
  private final OfferSheets sheets;
  private final Acting acting;

  OfferPages(RemedyPages.Door door, Offering offering, OfferSheets sheets, Acting acting) {
    this.door = door;
    this.offering = offering;
    this.sheets = sheets;
    this.acting = acting;
  }

  @GetMapping("/cases/{id}/offers/new")
  ModelAndView show(Ask ask) {
    return door.enter(ask)
        .map(giving -> page(ask, giving, Form.blank(), List.of()))
        .orElseGet(() -> RemedyPages.nothing(ask));
  }

  @PostMapping("/cases/{id}/offers/new")
  ModelAndView offer(Ask ask, HttpServletRequest request, RedirectAttributes next) {
    String[] sent = request.getParameterValues("way");
    List<String> ways = sent == null ? List.of() : Arrays.stream(sent).distinct().toList();
    return door.enter(ask)
        .map(giving -> offer(ask, giving, ways, next))
        .orElseGet(() -> RemedyPages.nothing(ask));
  }

  private ModelAndView offer(
      Ask ask, RemedySheets.Giving giving, List<String> ways, RedirectAttributes next) {
    return acting.act(
        ask,
        next,
        () -> offering.offer(ask, giving, ways),
        Acting.way("/cases/" + ask.id() + "/remedies", form -> page(ask, giving, form, ways)));
  }

  @PostMapping("/cases/{id}/offers/{part}/withdrawal")
  ModelAndView withdraw(Ask ask, RedirectAttributes next) {
    offering.withdraw(ask);
    next.addFlashAttribute(Pages.FLASH, ask.page().t().say("cases.offer.withdrawn"));
    return new ModelAndView("redirect:/cases/" + ask.id() + "/remedies");
  }

  private ModelAndView page(Ask ask, RemedySheets.Giving giving, Form form, List<String> chosen) {
    return new ModelAndView(
        "cases/offer", "v", sheets.of(ask, giving, acting.withToken(form), chosen));
  }

  /** Offers, and takes back. */
  @Component
  static final class Offering {
    private final Offers offers;
    private final OfferSheets sheets;
    private final Permits permits;
    private final amends.cases.Cases cases;

    Offering(Offers offers, OfferSheets sheets, Permits permits, amends.cases.Cases cases) {
      this.offers = offers;
      this.sheets = sheets;
      this.permits = permits;
      this.cases = cases;
    }

    String offer(Ask ask, RemedySheets.Giving giving, List<String> ways) {
      if (ways.isEmpty()) {
        throw new Refusal("way", "cases.offer.refusal.way");
      }
      Instant until = Typed.moment(ask, "by");
      if (until == null) {
        throw new Refusal("by", "cases.offer.refusal.by");
      }
      String single = ask.field("single").strip();
      offers.offer(
          giving.matter().asSubject(),
          new NewOffer(
              sheets.wanted(ask, giving, ways),
              giving.matter().subject(),
              until,
              ask.field("law").isBlank() ? null : ask.field("law"),
              single.isEmpty() ? null : single),
          ask.field("once"),
          ask.viewer());
      return "cases.offer.done";
    }

    void withdraw(Ask ask) {
      Case matter = cases.see(ask.id(), ask.viewer());
      permits.require(ask.viewer(), Permission.GRANT_REMEDY, matter.scope(), matter.asSubject());
      Offer offer = offers.get(ask.part());
      if (!offer.about().equals(matter.asSubject())) {
        throw new NotFound(offer.subject());
      }
      offers.withdraw(offer.id(), ask.viewer());
    }
  }
}
