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

  /** What the customer is told, and who speaks for them. */
  @Component
  record After(DecisionLetters letters, Speakers speakers) {}

  @Component
  static final class Words {
    private final Customers customers;
    private final Texts texts;
    private final After after;

    Words(Customers customers, Texts texts, After after) {
      this.customers = customers;
      this.texts = texts;
      this.after = after;
    }
  }

  /**
   * Accepts it. A call becomes a promise with its moment, and is confirmed in writing where there
   * is an address.
   *
   * @throws Refusal when it was decided before, its moment has passed, or it is no call
   */
  public void accept(Case matter, long requestId, Viewer by) {
    Request request = requests.lockOpen(matter.id(), requestId);
    Instant at = request.at();
    if (at == null) {
      throw new Refusal("", "portal.refusal.decision");
    }
    requests.decide(request, "accepted", null, promiseCall(matter, at, by), by.actor());
  }

  /**
   * Confirms who speaks for the customer: from now on it is the rule of the case. The customer is
   * told first, at their own address.
   *
   * @return whether the letter that tells them has left; else a colleague tells them
   * @throws Refusal when it was decided before, or something that was to be checked is missing
   */
  public boolean confirm(Case matter, long requestId, Confirmation confirmed, Viewer by) {
    Request request = requests.lockOpen(matter.id(), requestId);
    if (request.named() == null) {
      throw new Refusal("", "portal.refusal.decision");
    }
    String manner = confirmed.instead() ? "instead" : "also";
    String who = CustomerActs.text("who", confirmed.name(), 300);
    boolean told = words.after.letters().tell(matter, request, "representative." + manner, who, by);
    words.after.speakers().begin(matter, confirmed, by);
    requests.decide(request, "accepted", null, null, by.actor());
    return told;
  }

  /**
   * Declines it; the customer is told why, by letter and on their page.
   *
   * @return whether the letter has left; else a colleague tells them, and the answer is still owed
   * @throws Refusal of the field {@code why} when no reason is given
   */
  public boolean decline(Case matter, long requestId, String why, Viewer by) {
    Request request = requests.lockOpen(matter.id(), requestId);
    String reason = CustomerActs.text("why", why, 1_000);
    requests.decide(request, "declined", reason, null, by.actor());
    return words.after.letters().tell(matter, request, request.kind() + ".no", reason, by);
  }

  private @Nullable Long promiseCall(Case matter, Instant at, Viewer by) {
    Customer customer = words.customers.customer(matter.customerId());
    Texts.Voice t = words.texts.voice(customer.locale(), customer.zone());
    String promised = t.say("portal.call.promise", by.name());
    if (cases.replyAddress(matter).isEmpty()) {
      return customerSide.promise(matter.id(), promised, at, by);
    }
    String text = t.say("portal.letter.call", customer.name(), t.moment(at));
    cases.reply(matter.id(), new Draft(text, promised, at, false).with(Draft.Purpose.CHANGE), by);
    return promises.about(matter.asSubject()).stream()
        .map(Promise::id)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
