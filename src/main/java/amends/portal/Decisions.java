package amends.portal;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.CustomerSide;
import amends.cases.Draft;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A colleague accepts or declines what a customer asked for. Each method joins the caller's act.
 */
@Component
public final class Decisions {
  private final Requests requests;
  private final Cases cases;
  private final CustomerSide customerSide;
  private final Promises promises;
  private final Words words;

  Decisions(
      Requests requests, Cases cases, CustomerSide customerSide, Promises promises, Words words) {
    this.requests = requests;
    this.cases = cases;
    this.customerSide = customerSide;
    this.promises = promises;
    this.words = words;
  }

  @Component
  static final class Words {
    private final Customers customers;
    private final Texts texts;

    Words(Customers customers, Texts texts) {
      this.customers = customers;
      this.texts = texts;
    }
  }

  /**
   * Accepts it. A call becomes a promise with its moment, and is confirmed in writing where there
   * is an address.
   *
   * @throws Refusal when it was decided before, or its moment has passed
   */
  public void accept(Case matter, long requestId, Viewer by) {
    Request request = requests.lockOpen(matter.id(), requestId);
    Instant at = request.at();
    Long promise = at == null ? null : promiseCall(matter, at, by);
    requests.decide(request, "accepted", null, promise, by.actor());
  }

  /**
   * Declines it; the customer reads why on their page, and the answer is still owed.
   *
   * @throws Refusal of the field {@code why} when no reason is given
   */
  public void decline(Case matter, long requestId, String why, Viewer by) {
    Request request = requests.lockOpen(matter.id(), requestId);
    requests.decide(request, "declined", CustomerActs.text("why", why, 1_000), null, by.actor());
  }

  private @Nullable Long promiseCall(Case matter, Instant at, Viewer by) {
    Customer customer = words.customers.customer(matter.customerId());
    Texts.Voice t = words.texts.voice(customer.locale(), customer.zone());
    String promised = t.say("portal.call.promise", by.name());
    if (cases.emailAddress(matter).isEmpty()) {
      return customerSide.promise(matter.id(), promised, at, by);
    }
    String text = t.say("portal.letter.call", customer.name(), t.moment(at));
    cases.reply(matter.id(), new Draft(text, promised, at, false).by("email", null), by);
    return promises.about(matter.asSubject()).stream()
        .map(Promise::id)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
