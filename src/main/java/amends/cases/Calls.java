package amends.cases;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Medium;
import amends.messages.Messages;
import amends.messages.Next;
import amends.messages.Way;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Refusal;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Taking a call in one act: the customer's telling is taken down, the call is written down, what
 * was promised on the phone is promised, and the written confirmation lies ready as a draft.
 */
@Component
public final class Calls {
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Access access;
  private final Opening opening;
  private final Conversation conversation;
  private final Drafts drafts;
  private final Told told;

  Calls(Access access, Opening opening, Conversation conversation, Drafts drafts, Told told) {
    this.access = access;
    this.opening = opening;
    this.conversation = conversation;
    this.drafts = drafts;
    this.told = told;
  }

  /** Who is told, in their words, and what is kept by telling. */
  @Component
  static final class Told {
    private final Customers customers;
    private final Letters letters;
    private final Pledges pledges;
    private final Messages messages;
    private final Promises promises;

    Told(
        Customers customers,
        Letters letters,
        Pledges pledges,
        Messages messages,
        Promises promises) {
      this.customers = customers;
      this.letters = letters;
      this.pledges = pledges;
      this.messages = messages;
      this.promises = promises;
    }

    Customer customer(Case matter) {
      return customers.customer(matter.customerId());
    }

    Optional<Promise> promised(Case matter) {
      return pledges.promised(matter);
    }

    /** What they were promised in these very words and are owed; else what they were last. */
    Optional<Promise> promisedIn(Case matter, long message) {
      return messages
          .message(message)
          .flatMap(said -> Optional.ofNullable(said.next()))
          .filter(Next.By.class::isInstance)
          .map(next -> promises.promise(((Next.By) next).promiseId()))
          .filter(promise -> promise.owed() && promise.about().equals(matter.asSubject()))
          .or(() -> promised(matter));
    }

    String calledWords(Customer customer, String said) {
      return letters.called(customer, said);
    }
  }

  /**
   * A call that was taken.
   *
   * @param confirms a confirmation by e-mail lies ready in the case
   */
  public record Taken(long caseId, long callId, boolean confirms) {}

  /**
   * Opens a case for a call. Its first next moment is what the caller was promised; a look of our
   * own, where nothing more is to come.
   *
   * @throws Refusal when nothing was said, or it does not say what happens next
   */
  public Taken open(NewCase draft, Heard heard, Viewer by) {
    access.permits().require(by, Permission.OPEN_CASE);
    if (!heard.next().settles().isEmpty()) {
      throw new Refusal("settled", "cases.refusal.settles-other");
    }
    return access
        .acts()
        .call(() -> {
          Case opened = opening.open(draft);
          Written written = writeDown(opened, heard, by);
          if (heard.next().nothingMore()) {
            pledge(opened, heard, written.call(), by);
          }
          listened(opened, heard, written);
          return taken(opened, heard, written.call(), by);
        });
  }

  /**
   * A call about a case that there is.
   *
   * @throws Refusal when it is closed, nothing was said, or it does not say what happens next
   */
  public Taken about(long id, Heard heard, Viewer by) {
    return access
        .acts()
        .call(() -> {
          Case matter = access.rows().lock(id);
          access.permits().require(by, Permission.WORK_CASE, matter.scope(), matter.asSubject());
          if (matter.closed()) {
            throw new Refusal("matter", "cases.refusal.closed");
          }
          Case own = conversation.owned(matter, by);
          Written written = writeDown(own, heard, by);
          pledge(own, heard, written.call(), by);
          conversation.tellings().customerKnows(matter);
          listened(own, heard, written);
          return taken(own, heard, written.call(), by);
        });
  }

  /** The telling and the call, by their numbers. */
  private record Written(long telling, long call) {}

  private void listened(Case matter, Heard heard, Written written) {
    conversation.tellings().listened(matter, new HeardIn.Telling(written.telling()), heard.said());
  }

  private Written writeDown(Case matter, Heard heard, Viewer by) {
    Customer customer = told.customers.customer(matter.customerId());
    String next = heard.next().words();
    String agreed = heard.agreed().isBlank() && next != null ? next : heard.agreed();
    Tellings tellings = conversation.tellings();
    long telling = tellings.stated(matter.id(), "customer", customer.name(), heard.said(), by);
    String said = agreed.isBlank() ? heard.said() : agreed;
    return new Written(telling, tellings.called(matter.id(), "in", heard.minutes(), said, by));
  }

  private void pledge(Case matter, Heard heard, long call, Viewer by) {
    told.pledges.wasRung(matter, heard.next(), call, by.actor());
  }

  private Taken taken(Case matter, Heard heard, long call, Viewer by) {
    boolean mine = access.permits().may(by, Permission.WORK_CASE, matter.scope());
    Optional<Way> written =
        conversation.ways(matter).stream().filter(Calls::isInWriting).findFirst();
    boolean confirms = mine && written.isPresent();
    if (confirms) {
      Map<String, String> fields = new HashMap<>(confirmation(matter, heard, by.zone()));
      fields.put("way", written.get().medium().code());
      drafts.putBack(matter.id(), fields, by);
    }
    return new Taken(matter.id(), call, confirms);
  }

  /** What was said on the phone is confirmed over anything that can be read again. */
  static boolean isInWriting(Way way) {
    return way.open() && way.medium() != Medium.PHONE && !way.why().equals("asked");
  }

  private Map<String, String> confirmation(Case matter, Heard heard, ZoneId zone) {
    Customer customer = told.customers.customer(matter.customerId());
    Draft next = heard.next();
    String by = next.dueAt() == null ? "" : TYPED.format(next.dueAt().atZone(zone));
    return Map.of(
        "text",
        told.letters.callConfirmation(customer, heard.agreed()),
        "next",
        next.words() == null ? "" : next.words(),
        "by",
        by,
        "nothing_more",
        next.nothingMore() ? "yes" : "");
  }

  /**
   * What can be read out before hanging up, or sent as a letter, where there is no address for an
   * e-mail: what was agreed in the last call, and what happens next, as the customer is told it.
   * Empty when there was none.
   */
  public Optional<String> words(long id, Viewer viewer) {
    Case matter = access.see(id, viewer);
    Customer customer = told.customers.customer(matter.customerId());
    Optional<Promise> next = told.pledges.promised(matter);
    return conversation
        .tellings()
        .lastCall(id)
        .map(agreed ->
            told.letters.callWords(
                customer,
                agreed,
                viewer.name(),
                next.map(Promise::words).orElse(null),
                next.map(Promise::dueAt).orElse(null)));
  }
}
