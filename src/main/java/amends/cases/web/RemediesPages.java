package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.customers.Customers;
import amends.remedies.Fairness;
import amends.remedies.Matter;
import amends.remedies.Remedy;
import amends.remedies.Ruling;
import amends.remedies.Severity;
import amends.shared.Texts.Voice;
import amends.staff.Permission;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Everything that was given, asked for and offered in one case. */
@Controller
final class RemediesPages {
  private final Cases cases;
  private final Customers customers;
  private final GrantRows rows;
  private final OfferRows offers;
  private final Look look;

  RemediesPages(Cases cases, Customers customers, GrantRows rows, OfferRows offers, Look look) {
    this.cases = cases;
    this.customers = customers;
    this.rows = rows;
    this.offers = offers;
    this.look = look;
  }

  @GetMapping("/cases/{id}/remedies")
  ModelAndView show(Ask ask) {
    Case matter = cases.see(ask.id(), ask.viewer());
    boolean works = !matter.closed() && cases.may(ask.viewer(), Permission.GRANT_REMEDY, matter);
    String customer = customers.customer(matter.customerId()).name();
    RemediesView view =
        new RemediesView(
            ask.page(),
            matter.id(),
            String.valueOf(matter.id()),
            matter.subject(),
            customer,
            works ? look.ruling(ask, matter) : "",
            rows.of(ask, matter, customer, works),
            offers.of(ask, matter),
            look.like(ask, matter),
            works);
    return new ModelAndView("cases/remedies", "v", view);
  }

  /** How far the viewer may go here, and what is usual. */
  @Component
  static final class Look {
    private final RemedyLook look;
    private final RemedyReach reach;
    private final RemedyOffered offered;
    private final RemedyWords words;

    Look(RemedyLook look, RemedyReach reach, RemedyOffered offered, RemedyWords words) {
      this.look = look;
      this.reach = reach;
      this.offered = offered;
      this.words = words;
    }

    String ruling(Ask ask, Case matter) {
      Matter about = reach.matter(matter.id());
      String currency = offered.currency(matter, about, ask.viewer());
      return offered
          .inOrder(matter, reach.remedies(about, offered.cause(matter), currency), currency)
          .stream()
          .findFirst()
          .map(remedy -> ruling(ask, matter, remedy, currency))
          .orElse("");
    }

    private String ruling(Ask ask, Case matter, Remedy remedy, String currency) {
      Ruling ruling =
          look.at(matter, offered.wanted(matter, remedy, currency, ask.page().now()), ask.viewer())
              .ruling();
      return ruling == null ? "" : words.ruling(ask.page().t(), ask.page().now(), ruling);
    }

    List<RemediesView.Like> like(Ask ask, Case matter) {
      Voice t = ask.page().t();
      String currency = offered.currency(matter, reach.matter(matter.id()), ask.viewer());
      String cause = offered.cause(matter);
      return Arrays.stream(Severity.values())
          .map(severity -> new Found(severity, reach.like(cause, severity, currency)))
          .filter(found -> found.like().count() > 0)
          .map(found ->
              new RemediesView.Like(
                  t.say("cases.remedy.severity." + found.severity().code()),
                  RemedyNotes.like(t, found.like())))
          .toList();
    }

    private record Found(Severity severity, Fairness.Like like) {}
  }
}
