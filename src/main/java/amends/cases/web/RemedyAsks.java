package amends.cases.web;

import amends.cases.Case;
import amends.cases.web.RemedyJsons.NewOfferJson;
import amends.cases.web.RemedyJsons.WantedJson;
import amends.remedies.NewOffer;
import amends.remedies.Offer;
import amends.remedies.Offers;
import amends.remedies.Request;
import amends.remedies.Requests;
import amends.shared.NotFound;
import amends.staff.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** What programs put before people: before the one who decides, and before the customer. */
@Component
final class RemedyAsks {
  private final RemedyWrites writes;
  private final Requests requests;
  private final Offers offers;

  RemedyAsks(RemedyWrites writes, Requests requests, Offers offers) {
    this.writes = writes;
    this.requests = requests;
    this.offers = offers;
  }

  Request ask(long id, WantedJson sent, String key, Viewer by) {
    Case matter = writes.gives(id, by);
    return writes.ask(matter, writes.wanted(matter, sent), key, by);
  }

  List<Request> of(long id, Viewer by) {
    return requests.of(writes.see(id, by).asSubject());
  }

  /**
   * @throws NotFound when there is none, or the caller may not know of its case
   */
  Request get(long id, Viewer by) {
    Request request = requests.get(id, by);
    writes.see(request.about().id(), by);
    return request;
  }

  Request withdraw(long id, Viewer by) {
    get(id, by);
    return requests.withdraw(id, by);
  }

  Offer offer(long id, NewOfferJson sent, String key, Viewer by) {
    Case matter = writes.gives(id, by);
    return offers.offer(
        matter.asSubject(),
        new NewOffer(
            sent.choices().stream().map(one -> writes.wanted(matter, one)).toList(),
            sent.reason(),
            sent.validUntil(),
            sent.law(),
            sent.singleReason()),
        RemedyWrites.once(by, key),
        by);
  }

  /**
   * @throws NotFound when there is none, or the caller may not know of its case
   */
  Offer withdrawOffer(long id, Viewer by) {
    writes.see(offers.get(id).about().id(), by);
    return offers.withdraw(id, by);
  }
}
