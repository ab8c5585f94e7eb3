package amends.cases;

import amends.customers.Customers;
import amends.promises.Guarantee;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What customers do in their own case without a colleague between, or a colleague does in their
 * name. Asks nobody for permission where no viewer is named: whoever calls has shown that it is
 * their case.
 */
@Component
public final class CustomerSide {
  private final Access access;
  private final CaseFiles files;
  private final MailCases mailCases;
  private final Endings endings;
  private final Moves moves;

  CustomerSide(Access access, CaseFiles files, MailCases mailCases, Endings endings, Moves moves) {
    this.access = access;
    this.files = files;
    this.mailCases = mailCases;
    this.endings = endings;
    this.moves = moves;
  }

  /** What their page shows beside the case. */
  @Component
  record Shown(MomentOffers offers, BrokenGuarantees guarantees) {}

  /** What a colleague notes and promises in their name. */
  @Component
  static final class Moves {
    private final Customers customers;
    private final Tellings tellings;
    private final NextMoment nextMoment;
    private final Shown shown;

    Moves(Customers customers, Tellings tellings, NextMoment nextMoment, Shown shown) {
      this.shown = shown;
      this.customers = customers;
      this.tellings = tellings;
      this.nextMoment = nextMoment;
    }
  }

  /**
   * Everything about the case but its journal and what was before it; internal notes are in it, and
   * are for nobody outside.
   *
   * @throws amends.shared.NotFound when there is none
   */
  public CaseFile file(long id) {
    return files.whole(id);
  }

  /**
   * Says that it has arrived, who answers and by when, to an address that has been confirmed.
   *
   * @param message what the customer wrote
   */
  public void acknowledge(long id, String address, long message) {
    access
        .acts()
        .run(() -> {
          Case matter = access.rows().lock(id);
          if (answerIsOwedNext(matter)) {
            mailCases.acknowledge(
                matter, moves.customers.customer(matter.customerId()), address, message);
          }
        });
  }

  /** Once a person has answered there is nothing to acknowledge any more. */
  private boolean answerIsOwedNext(Case matter) {
    Long next = matter.nextPromiseId();
    return next != null
        && files.whole(matter.id()).promises().stream()
            .anyMatch(p -> p.id() == next && p.owed() && p.kind() == Promise.Kind.ANSWER);
  }

  /**
   * What the customer says after it was settled. Right: evidence for the follow-up; the case closes
   * if nothing else is owed. Not right: an answer is owed and the case goes back to its owner.
   *
   * @param channel by which way, as a code: {@code page} or {@code phone}
   * @throws amends.shared.Refusal when it is not settled
   */
  public void answered(long id, boolean right, String channel, String words, Actor by) {
    access
        .acts()
        .run(() -> {
          Case matter = access.rows().lock(id);
          if (!right && matter.settled()) {
            mailCases.owe(matter);
          }
          endings.answered(matter, right, channel, words, by);
        });
  }

  /** What a customer told a colleague in person; an answer is owed as if they had written. */
  public void told(long id, String who, String words, Viewer by) {
    access.touch(
        id,
        Permission.WORK_CASE,
        by,
        matter -> {
          long told = moves.tellings.stated(id, "customer", who, words, by);
          mailCases.heard(matter, endings, by.actor());
          moves.tellings.listened(access.rows().get(id), new HeardIn.Telling(told), words);
        });
  }

  /** The customer asked for something over their page: an answer is owed. */
  public void asked(long id, Actor by) {
    access.acts().run(() -> mailCases.heard(access.rows().lock(id), endings, by));
  }

  /** What is promised to everybody and was not kept towards them. */
  public List<Guarantee> broken(long id) {
    return moves.shown.guarantees().in(id);
  }

  /** Moments that they may choose from since a promise was moved. */
  public List<MomentOffers.Offer> offers(long id) {
    return moves.shown.offers().open(id);
  }

  /**
   * They choose one: it is what was agreed from now on.
   *
   * @throws amends.shared.Refusal when it can no longer be chosen
   */
  public void choose(long id, long offer, Actor by) {
    moves.shown.offers().choose(id, offer, by);
  }

  /** They want to hear from us again: where nothing is promised to them, a word is owed now. */
  public void hearAgain(long id, Actor by) {
    access
        .acts()
        .run(() -> {
          Case matter = access.rows().lock(id);
          boolean silent =
              moves.nextMoment.owed(id).stream().allMatch(p -> p.kind() == Promise.Kind.LOOK);
          if (!matter.closed() && silent && matter.waiting() == null) {
            mailCases.owe(matter);
            mailCases.point(matter);
          }
        });
  }

  /**
   * Promises a word at a moment that the customer chose and a colleague accepts.
   *
   * @return the id of the promise
   */
  public long promise(long id, String words, Instant dueAt, Viewer by) {
    return access
        .acts()
        .call(() -> {
          Case matter = access.rows().lock(id);
          access.permits().require(by, Permission.WORK_CASE, matter.scope(), matter.asSubject());
          Promise made =
              moves.nextMoment.promise(matter, Promise.Kind.CONTACT, words, dueAt, by.actor());
          moves.nextMoment.point(id);
          return made.id();
        });
  }
}
