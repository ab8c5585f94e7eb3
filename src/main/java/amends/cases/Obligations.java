package amends.cases;

import amends.promises.NewPromise;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a law or a published rule obliges us to send to a customer by a moment. It outlives every
 * reply, every word of theirs and the settlement, and keeps the case open; what ends it is the
 * message that was sent for it, once that has arrived, and never a tick.
 */
@Component
public final class Obligations {
  private final Access access;
  private final IntentionRows rows;
  private final Promises promises;
  private final MailCases mailCases;
  private final Conversation conversation;

  Obligations(
      Access access,
      IntentionRows rows,
      Promises promises,
      MailCases mailCases,
      Conversation conversation) {
    this.access = access;
    this.rows = rows;
    this.promises = promises;
    this.mailCases = mailCases;
    this.conversation = conversation;
  }

  /**
   * From now on something is owed by a rule.
   *
   * @param rule its code
   * @param words what has to be sent, for colleagues
   * @param dueAt must lie ahead
   * @return the promise that stands for it
   */
  public Promise owe(long caseId, String rule, String words, Instant dueAt, Viewer by) {
    AtomicReference<@Nullable Promise> made = new AtomicReference<>();
    access.work(
        caseId,
        Permission.WORK_CASE,
        by,
        matter -> {
          Promise owed =
              promises.make(
                  new NewPromise(
                      matter.asSubject(),
                      matter.customerId(),
                      Promise.Kind.LOOK,
                      words,
                      dueAt,
                      matter.promiser(),
                      by.actor()));
          rows.oblige(owed.id(), rule);
          mailCases.point(matter);
          made.set(owed);
        });
    return Objects.requireNonNull(made.get());
  }

  /**
   * Sends what is owed. It is a reply like any other, with what happens next in it; besides, it
   * keeps these obligations once it has arrived.
   *
   * @return the id of the message
   * @throws amends.shared.Refusal as {@link Cases#reply}
   */
  public long send(long caseId, Draft draft, Collection<Long> keeps, Viewer by) {
    AtomicReference<@Nullable Long> sent = new AtomicReference<>();
    access.work(
        caseId,
        Permission.WORK_CASE,
        by,
        matter -> {
          long message = conversation.reply(matter, draft, by);
          keeps.forEach(promise -> promises.keepOnDelivery(promise, message));
          mailCases.point(matter);
          sent.set(message);
        });
    return Objects.requireNonNull(sent.get());
  }

  /**
   * They are no longer owed, because the customer has withdrawn what they rest on.
   *
   * @param said the customer's words, taken down as their statement
   */
  public void withdraw(long caseId, Collection<Long> owed, String who, String said, Viewer by) {
    access.work(
        caseId,
        Permission.WORK_CASE,
        by,
        matter -> {
          conversation.tellings().stated(caseId, "customer", who, said, by);
          owed.forEach(promise -> promises.release(promise, "withdrawn", by.actor()));
          mailCases.lookSoon(matter);
          mailCases.point(matter);
          access.tell("case.obligations_withdrawn", matter, by.actor(), Map.of());
        });
  }
}
