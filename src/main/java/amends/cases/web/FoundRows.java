package amends.cases.web;

import amends.cases.Search;
import amends.customers.Match;
import amends.goods.Order;
import amends.goods.Unit;
import amends.shared.Texts.Voice;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was found, as a viewer reads it. */
final class FoundRows {
  private final Voice t;
  private final QueueRows rows;
  private final Marks marks;

  FoundRows(Page page, Viewer viewer, Marks marks) {
    this.t = page.t();
    this.rows = new QueueRows(page, viewer);
    this.marks = marks;
  }

  SearchView.CaseHit hit(Search.Hit hit) {
    List<SearchView.Piece> excerpt = marks.excerpt(hit.text());
    boolean inSubject = hit.reason() == Search.Reason.WORDS && excerpt.isEmpty();
    Search.Reason reason = inSubject ? Search.Reason.SUBJECT : hit.reason();
    return new SearchView.CaseHit(
        rows.row(hit.row()),
        t.say("cases.search.why." + reason.name().toLowerCase(Locale.ROOT)),
        excerpt);
  }

  SearchView.Thing customer(Match match) {
    String address = match.address() == null ? "" : match.address();
    return new SearchView.Thing(
        "/search?customer=" + match.customer().id(),
        marks.in(match.customer().name()),
        marks.in(address),
        t.say("cases.search.by." + match.how().name().toLowerCase(Locale.ROOT)));
  }

  SearchView.Thing order(Order order) {
    String lines =
        order.lines().stream()
            .map(line -> line.product().name())
            .distinct()
            .limit(3)
            .collect(Collectors.joining(", "));
    return new SearchView.Thing(
        "/search?order=" + order.id(), marks.in(order.externalId()), marks.in(lines), "");
  }

  SearchView.Thing unit(Unit unit) {
    return new SearchView.Thing(
        "/search?unit=" + unit.id(),
        marks.in(unit.serial()),
        List.of(new SearchView.Piece(unit.product().name(), false)),
        "");
  }
}
