package amends.cases;

import amends.customers.Customer;
import amends.messages.CallMade;
import amends.messages.Way;
import amends.promises.Promise;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A colleague has called and reached the customer: the call is written down in the case, and the
 * confirmation in writing lies ready as a draft, for whoever called.
 */
@Component
final class CallsMade {
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final CaseRows rows;
  private final Conversation conversation;
  private final Drafts drafts;
  private final Calls.Told told;

  CallsMade(CaseRows rows, Conversation conversation, Drafts drafts, Calls.Told told) {
    this.rows = rows;
    this.conversation = conversation;
    this.drafts = drafts;
    this.told = told;
  }

  @EventListener
  void on(CallMade event) {
    if (event.about().kind().equals("case")) {
      rows.lockStanding(event.about().id()).ifPresent(matter -> writeDown(matter, event));
    }
  }

  private void writeDown(Case matter, CallMade event) {
    conversation.tellings().called(matter.id(), "out", event.minutes(), event.said(), event.by());
    conversation.tellings().customerKnows(matter);
    conversation.ways(matter).stream()
        .filter(Calls::isInWriting)
        .findFirst()
        .filter(way -> !matter.closed())
        .ifPresent(way -> confirm(matter, way, event));
  }

  /** What was promised in the call is promised already: it is only said again. */
  private void confirm(Case matter, Way way, CallMade event) {
    Customer customer = told.customer(matter);
    Optional<Promise> next = told.promisedIn(matter, event.messageId());
    Map<String, String> fields = new HashMap<>();
    fields.put("text", told.calledWords(customer, event.said()));
    fields.put("way", way.medium().code());
    fields.put("next", next.map(Promise::words).orElse(""));
    fields.put("by", next.map(p -> TYPED.format(p.dueAt().atZone(event.by().zone()))).orElse(""));
    fields.put("nothing_more", next.isEmpty() ? "yes" : "");
    drafts.putBack(matter.id(), fields, event.by());
  }
}
