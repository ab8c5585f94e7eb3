package amends.cases;

import amends.customers.Customers;
import amends.messages.DeliveryMovedOn;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.Notice;
import amends.messages.NoticeTruth;
import amends.messages.Notices;
import amends.shared.Actor;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A message did not get there and goes another way: the owner hears of it, and what is dead is not
 * written to again. Nothing is owed anew, since the answer is still under way.
 */
@Component
final class Reroutes implements NoticeTruth {
  private final CaseRows rows;
  private final Messages messages;
  private final Customers customers;
  private final Notices notices;
  private final InstantSource clock;

  Reroutes(
      CaseRows rows, Messages messages, Customers customers, Notices notices, InstantSource clock) {
    this.rows = rows;
    this.messages = messages;
    this.customers = customers;
    this.notices = notices;
    this.clock = clock;
  }

  @EventListener
  void on(DeliveryMovedOn event) {
    if (event.permanent()) {
      messages.message(event.messageId()).ifPresent(m -> bury(m, event));
    }
    if (event.about().kind().equals("case")) {
      rows.find(event.about().id()).ifPresent(matter -> tell(matter, event));
    }
  }

  private void bury(Message message, DeliveryMovedOn event) {
    messages
        .address(event.deliveryId())
        .ifPresent(address ->
            customers.contacts(message.customerId()).stream()
                .filter(c -> c.living() && c.channel() == event.from().channel())
                .filter(c -> c.address().equalsIgnoreCase(address))
                .forEach(c -> customers.bury(c.id(), "bounced", Actor.SYSTEM)));
  }

  private void tell(Case matter, DeliveryMovedOn event) {
    notices.tell(
        List.of(
            new Notice(
                Notice.Kind.WARNING,
                Subject.of(sourceKind(), event.deliveryId()),
                matter.asSubject(),
                "cases.notice.due.moved-on",
                clock.instant(),
                matter.ownerId(),
                matter.ownerId() == null ? matter.teamId() : null)));
  }

  @Override
  public String sourceKind() {
    return "delivery";
  }

  /** That it did not get there stays true. */
  @Override
  public Set<Long> stillTrue(Notice.Kind kind, Collection<Long> sources) {
    return new HashSet<>(sources);
  }
}
