package amends.cases;

import amends.customers.Customers;
import amends.messages.DeliveryAccepted;
import amends.messages.DeliveryFailed;
import amends.messages.Message;
import amends.messages.Messages;
import amends.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What became of a message about a case. Comes after the promises have heard of it: what it kept is
 * kept by then, what it could not keep is owed again.
 */
@Component
final class Posted {
  private final CaseRows rows;
  private final MailCases mailCases;
  private final Endings endings;
  private final Messages messages;
  private final Customers customers;

  Posted(
      CaseRows rows, MailCases mailCases, Endings endings, Messages messages, Customers customers) {
    this.rows = rows;
    this.mailCases = mailCases;
    this.endings = endings;
    this.messages = messages;
    this.customers = customers;
  }

  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(DeliveryAccepted event) {
    if (event.about().kind().equals("case")) {
      // What it kept is owed in the case that stands for it, where that was merged since.
      rows.lockStanding(event.about().id())
          .filter(matter -> !matter.closed())
          .ifPresent(mailCases::moveOn);
    }
  }

  /**
   * It did not get there, at once or as a bounce later: the customer has heard nothing. An answer
   * is owed, it is our turn, and a case that was closed is taken up again.
   */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(DeliveryFailed event) {
    if (event.about().kind().equals("case")) {
      rows.lockStanding(event.about().id()).ifPresent(matter -> oweAgain(matter, event));
    }
  }

  private void oweAgain(Case matter, DeliveryFailed event) {
    if (event.permanent()) {
      messages.message(event.messageId()).ifPresent(this::buryAddress);
    }
    mailCases.owe(matter);
    if (matter.closed()) {
      endings.takeUp(matter, mailCases.undelivered(matter), Actor.SYSTEM);
    } else {
      mailCases.point(matter);
    }
  }

  private void buryAddress(Message message) {
    customers.contacts(message.customerId()).stream()
        .filter(c -> c.living() && c.address().equalsIgnoreCase(message.address()))
        .forEach(c -> customers.bury(c.id(), "bounced", Actor.SYSTEM));
  }
}
