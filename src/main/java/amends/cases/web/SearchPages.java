package amends.cases.web;

import amends.cases.Search;
import amends.cases.Sought;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.shared.Subject;
import amends.shared.Texts;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Search over cases, customers, orders and units: a page, and a part of one while somebody types.
 */
@Controller
final class SearchPages {
  private static final int MOST = 25;

  private final Search search;
  private final Permits permits;
  private final Subjects subjects;
  private final Bare bare;

  SearchPages(Search search, Permits permits, Subjects subjects, Bare bare) {
    this.search = search;
    this.permits = permits;
    this.subjects = subjects;
    this.bare = bare;
  }

  @GetMapping(value = "/search", headers = "!HX-Request")
  ModelAndView show(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable Long customer,
      @RequestParam @Nullable Long order,
      @RequestParam @Nullable Long unit) {
    Subject one = one(customer, order, unit);
    SearchView view = one == null ? found(page, viewer, q) : of(page, viewer, one);
    return new ModelAndView("cases/search", "v", view);
  }

  @GetMapping(value = "/search", headers = "HX-Request")
  ModelAndView part(Viewer viewer, @RequestParam(defaultValue = "") String q) {
    return new ModelAndView("cases/found", "v", found(bare.page(viewer), viewer, q));
  }

  private static @Nullable Subject one(
      @Nullable Long customer, @Nullable Long order, @Nullable Long unit) {
    if (customer != null) {
      return Subject.of("customer", customer);
    }
    if (order != null) {
      return Subject.of("order", order);
    }
    return unit == null ? null : Subject.of("unit", unit);
  }

  private SearchView found(Page page, Viewer viewer, String q) {
    if (q.isBlank()) {
      return new SearchView(page, "", "", List.of(), List.of(), List.of(), List.of());
    }
    Search.Results found = search.find(q, permits.visible(viewer), MOST);
    FoundRows rows =
        new FoundRows(page, viewer, new Marks(new Sought(found.typed(), found.stems())));
    boolean may = permits.may(viewer, Permission.SEE_CUSTOMERS);
    return new SearchView(
        page,
        found.typed(),
        "",
        found.cases().stream().map(rows::hit).toList(),
        may ? found.customers().stream().map(rows::customer).toList() : List.of(),
        may ? found.orders().stream().map(rows::order).toList() : List.of(),
        may ? found.units().stream().map(rows::unit).toList() : List.of());
  }

  private SearchView of(Page page, Viewer viewer, Subject subject) {
    permits.require(viewer, Permission.SEE_CUSTOMERS);
    FoundRows rows = new FoundRows(page, viewer, new Marks(new Sought("", List.of())));
    List<SearchView.CaseHit> cases =
        search.about(subject, permits.visible(viewer), MOST).stream().map(rows::hit).toList();
    return new SearchView(page, "", subjects.name(subject), cases, List.of(), List.of(), List.of());
  }

  /** What a subject is called. */
  @Component
  static final class Subjects {
    private final Customers customers;
    private final Goods goods;

    Subjects(Customers customers, Goods goods) {
      this.customers = customers;
      this.goods = goods;
    }

    String name(Subject subject) {
      return switch (subject.kind()) {
        case "customer" -> customers.customer(subject.id()).name();
        case "order" -> goods.order(subject.id()).externalId();
        default -> goods.unit(subject.id()).serial();
      };
    }
  }

  /** Language and moment for a part of a page: it has no frame, so nothing is counted for it. */
  @Component
  static final class Bare {
    private final Texts texts;
    private final InstantSource clock;

    Bare(Texts texts, InstantSource clock) {
      this.texts = texts;
      this.clock = clock;
    }

    Page page(Viewer viewer) {
      return new Page(
          texts.voice(viewer.locale(), viewer.zone()),
          clock.instant(),
          null,
          Page.Counts.NONE,
          "",
          "system",
          new Page.House("", false, false, true),
          null);
    }
  }
}
