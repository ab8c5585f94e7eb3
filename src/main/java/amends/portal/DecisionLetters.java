package amends.portal;

import amends.cases.Case;
import amends.customers.Customer;
import amends.messages.Direction;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Texts;
import amends.staff.Viewer;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells a customer what became of what they asked for. The letter says what happens next, and keeps
 * the answer that was owed for asking; where they have said more since, that stays owed.
 */
@Component
final class DecisionLetters {
  private final LinkMail linkMail;
  private final PortalFiles files;
  private final Messages messages;
  private final Promises promises;
  private final Texts texts;

  DecisionLetters(
      LinkMail linkMail, PortalFiles files, Messages messages, Promises promises, Texts texts) {
    this.linkMail = linkMail;
    this.files = files;
    this.messages = messages;
    this.promises = promises;
    this.texts = texts;
  }

  /**
   * @param what the middle of the text key, such as {@code representative.no}
   * @param says what stands in the letter beside the customer's name
   * @return false when it could not be sent: nobody can be written to, too much was sent today, or
   *     the matter is restricted and only approved words may leave it
   */
  boolean tell(Case matter, Request request, String what, String says, Viewer by) {
    Optional<String> address = linkMail.address(matter);
    if (address.isEmpty() || matter.restricted()) {
      return false;
    }
    PortalFile file = files.of(matter.id());
    Customer customer = file.customer();
    Texts.Voice t = texts.voice(customer.locale(), customer.zone());
    Next next = next(matter, request);
    long message =
        messages.send(
            new Outgoing(
                matter.asSubject(),
                customer.id(),
                address.get(),
                t.say("portal.letter.decided.subject", String.valueOf(matter.id())),
                t.say("portal.letter." + what, customer.name(), says)
                    + "\n\n"
                    + said(t, next)
                    + "\n\n"
                    + t.say("portal.letter.decided.end", by.name(), file.brand().name()),
                Outgoing.Kind.NOTICE,
                by.actor(),
                matter.brandId(),
                null,
                next));
    boolean sent = messages.message(message).map(Message::notSent).isEmpty();
    Long answer = request.answerId();
    if (sent && answer != null && !saidMore(file, request)) {
      promises.keepOnDelivery(answer, message);
    }
    return sent;
  }

  private Next next(Case matter, Request request) {
    return promises.about(matter.asSubject()).stream()
        .filter(p -> p.owed() && p.evidence() == null && p.kind() != Promise.Kind.LOOK)
        .filter(p -> request.answerId() == null || p.id() != request.answerId())
        .min(Comparator.comparing(Promise::dueAt))
        .<Next>map(p -> new Next.By(p.words(), p.dueAt(), p.id()))
        .orElseGet(Next.NothingMore::new);
  }

  private static String said(Texts.Voice t, Next next) {
    return switch (next) {
      case Next.By by -> t.say("portal.letter.next", by.words(), t.moment(by.dueAt()));
      case Next.NothingMore nothing -> t.say("portal.letter.next.nothing");
    };
  }

  private static boolean saidMore(PortalFile file, Request request) {
    return file.file().messages().stream()
            .anyMatch(m -> m.direction() == Direction.IN && m.at().isAfter(request.askedAt()))
        || file.file().told().statements().stream()
            .anyMatch(s -> s.side().equals("customer") && s.at().isAfter(request.askedAt()));
  }
}
