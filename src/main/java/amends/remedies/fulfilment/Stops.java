package amends.remedies.fulfilment;

import amends.remedies.Matter;
import amends.remedies.RemedyReclaimed;
import amends.remedies.RemedyStopped;
import amends.remedies.StopAnswered;
import amends.remedies.StopLifted;
import amends.remedies.StopOpened;
import amends.remedies.fulfilment.Attempt.State;
import amends.remedies.fulfilment.AttemptRows.Ending;
import amends.shared.Actor;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Fraud, the wrong person, a double payment: stopped or claimed back by somebody who did not give
 * it, on evidence, and never before the customer could answer. It has nothing to do with backing,
 * and generosity is no reason.
 */
@Component
public final class Stops {
  /** How long a customer has to answer. */
  public static final Duration TO_ANSWER = Duration.ofDays(7);

  private static final int LONGEST = 4000;

  private final Tries tries;
  private final StopRows rows;
  private final StopLetters letters;
  private final Deeds deeds;
  private final Desk desk;

  Stops(Tries tries, StopRows rows, StopLetters letters, Deeds deeds, Desk desk) {
    this.tries = tries;
    this.rows = rows;
    this.letters = letters;
    this.deeds = deeds;
    this.desk = desk;
  }

  /** What a stop does to the order. */
  @Component
  record Deeds(
      Orders orders,
      AttemptRows attempts,
      Allocation allocation,
      ApplicationEventPublisher events,
      StopNotices notices) {}

  /**
   * What somebody decides.
   *
   * @param upheld whether it stays so, or goes on as it was given
   * @param words why, for whoever reads it later
   * @param heard {@link Stop#heard} of what they had read
   */
  public record Decision(boolean upheld, String words, String heard) {}

  /** All stops of a grant, the oldest first; the viewer may see its matter. */
  public List<Stop> of(long grantId) {
    return rows.of(grantId);
  }

  /** All stops in a matter, the oldest first; whoever calls has asked whether it may be seen. */
  public List<Stop> about(Subject about) {
    return rows.about(about);
  }

  /** Whether this letter tells of a stop and asks for an answer: their page is named below it. */
  public boolean asks(long messageId) {
    return rows.asks(messageId);
  }

  /** Whether this viewer may stop it: they may here, and it is not their own. */
  public boolean may(Order order, Viewer viewer) {
    return desk.permitted(Permission.STOP_REMEDY, order, viewer)
        && !desk.isGranter(order.grantId(), viewer);
  }

  /**
   * Stops it, or claims it back when it may have left: nothing leaves from now on, the customer is
   * told and asked.
   *
   * @throws Refusal without evidence, by whoever gave it, or when it is stopped or over already: a
   *     stop that was lifted would give anew what was undone or given up
   */
  public void open(long grantId, Stop.Reason reason, String evidence, Viewer by) {
    Matter matter = entered(grantId, by);
    String words = Desk.evidence(evidence, "shows");
    desk.acts()
        .run(() -> {
          Order order = deeds.orders().held(grantId);
          if (rows.of(grantId).stream()
              .anyMatch(s -> s.isOpen() || Boolean.TRUE.equals(s.upheld()))) {
            throw new Refusal("", "remedies.stop.refusal.already");
          }
          if (order.isOver()) {
            throw new Refusal("", "remedies.stop.refusal.over");
          }
          Instant now = desk.clock().instant();
          String way = halt(order, by) ? "stop" : "reclaim";
          long id =
              rows.add(
                  new StopRows.Fresh(
                      grantId, way, reason, words, by.id(), now, letters.answerUntil(matter, now)));
          Stop stop = rows.open(grantId).orElseThrow();
          StopLetters.Told told = letters.opened(matter, order, stop, by);
          rows.told(id, told.promiseId(), told.messageId());
          note("grant_stop.opened", id, by, Map.of("grant", grantId, "reason", reason.code()));
          deeds.events().publishEvent(new StopOpened(grantId));
        });
  }

  /** Whether it had not left, and will not now. */
  private boolean halt(Order order, Viewer by) {
    Attempt last = order.last();
    if (last == null || last.state().isOver()) {
      return true;
    }
    boolean inHouse =
        last.state() == State.READY || last.byPeople() && last.state() == State.PENDING;
    if (inHouse) {
      deeds
          .attempts()
          .end(
              new Ending(
                  last.id(),
                  "stopped",
                  desk.clock().instant(),
                  by.id(),
                  null,
                  "stopped",
                  null,
                  false));
    }
    return inHouse;
  }

  /**
   * What the customer says to it, as a colleague took it down.
   *
   * @throws Refusal without words, or when nothing is to be answered
   */
  public void answer(long grantId, String words, Viewer by) {
    Matter matter = desk.seen(tries.see(grantId, by), by);
    desk.require(by, Permission.WORK_CASE, matter);
    answered(matter.about(), grantId, words, new By(by.id(), by.actor()));
  }

  /** Who says it: a colleague who took it down, or the customer. */
  private record By(@Nullable Long colleague, Actor actor) {}

  /**
   * The same, said by the customer on their own page; whoever calls has made sure that it is they.
   *
   * @param about their matter, in which it was given
   */
  public void answerOf(Subject about, long customerId, long grantId, String words) {
    if (rows.about(about).stream().noneMatch(stop -> stop.grantId() == grantId)) {
      throw new Refusal("", "remedies.stop.refusal.none");
    }
    answered(about, grantId, words, new By(null, Actor.customer(customerId)));
  }

  /** Nothing that they say is cut: what is too long comes back to them. */
  private void answered(Subject about, long grantId, String words, By by) {
    String said = words.strip();
    if (Plain.line(said).isEmpty()) {
      throw new Refusal("answer", "remedies.stop.refusal.answer");
    }
    desk.acts()
        .run(() -> {
          Stop stop = opened(grantId);
          String all = stop.answer() == null ? said : stop.answer() + "\n\n" + said;
          if (all.length() > LONGEST) {
            throw new Refusal("answer", "remedies.stop.refusal.long", String.valueOf(LONGEST));
          }
          Instant now = desk.clock().instant();
          rows.answered(stop.id(), all, by.colleague(), now);
          desk.journal()
              .record(
                  "grant_stop.answered",
                  Stop.subject(stop.id()),
                  by.actor(),
                  Map.of("grant", grantId));
          Long colleague = by.colleague();
          if (colleague == null || colleague != stop.openedBy()) {
            deeds.notices().answered(stop, about, stop.answerUntil());
          }
          deeds.events().publishEvent(new StopAnswered(grantId));
        });
  }

  private Stop opened(long grantId) {
    return rows.open(grantId).orElseThrow(() -> new Refusal("", "remedies.stop.refusal.none"));
  }

  /**
   * Decides it: it stays so, or goes on as it was given.
   *
   * @throws Refusal before the customer was heard, unread, without words, by whoever gave it, or
   *     while nobody knows whether it has left
   */
  public void decide(long grantId, Decision decision, Viewer by) {
    Matter matter = entered(grantId, by);
    String why = Desk.evidence(decision.words(), "words");
    boolean upheld = decision.upheld();
    desk.acts()
        .run(() -> {
          Order order = deeds.orders().held(grantId);
          Stop stop = opened(grantId);
          Instant now = desk.clock().instant();
          if (!stop.isHeard(now)) {
            throw new Refusal("", "remedies.stop.refusal.not-heard");
          }
          if (!stop.heard().equals(decision.heard())) {
            throw new Refusal("", "remedies.stop.refusal.unread");
          }
          rows.decided(stop.id(), upheld, why, by.id(), now);
          if (upheld) {
            uphold(order, stop, now, by);
          } else {
            lift(order, stop, by);
            deeds.events().publishEvent(new StopLifted(grantId));
          }
          letters.decided(matter, rows.of(grantId).getLast(), upheld, by);
          note(
              upheld ? "grant_stop.upheld" : "grant_stop.lifted",
              stop.id(),
              by,
              Map.of("grant", grantId));
        });
  }

  /** What was claimed back and came back by itself meanwhile does not leave a second time. */
  private void uphold(Order order, Stop stop, Instant now, Viewer by) {
    Attempt last = order.last();
    boolean left = last != null && last.state() == State.DONE;
    if (!stop.isReclaim() || !left && halt(order, by)) {
      if (stop.isReclaim()) {
        rows.neverLeft(stop.id());
      }
      deeds.allocation().release(order.grantId(), by.actor());
      deeds.events().publishEvent(new RemedyStopped(order.grantId(), now));
    } else if (left) {
      deeds.events().publishEvent(new RemedyReclaimed(order.grantId(), now));
    } else {
      throw new Refusal("", "remedies.stop.refusal.not-left");
    }
  }

  /** As it was given: a new try, for nobody was called with the old one. */
  private void lift(Order order, Stop stop, Viewer by) {
    Attempt last = order.last();
    if (!stop.isReclaim() && (last == null || last.state() == State.STOPPED)) {
      deeds.orders().attempt(order.id(), order.grantId(), now(order, last), by.id());
    }
  }

  /** Whoever does such things now: their provider may have been switched off meanwhile. */
  private @Nullable Long now(Order order, @Nullable Attempt last) {
    if (last == null || last.byPeople()) {
      return null;
    }
    Long routed = deeds.orders().by(order.grantId(), order.what(), order.money());
    return routed != null && deeds.orders().knows(routed, order.reference()) ? routed : null;
  }

  /**
   * What was claimed back has come.
   *
   * @throws Refusal without evidence, or when nothing is owed back
   */
  public void back(long grantId, String evidence, Viewer by) {
    desk.requirePaying(by);
    tries.see(grantId, by);
    String words = Desk.evidence(evidence, "came");
    desk.acts()
        .run(() -> {
          Stop stop =
              rows.owedBack(grantId)
                  .orElseThrow(() -> new Refusal("", "remedies.stop.refusal.not-owed"));
          rows.back(stop.id(), words, by.id(), desk.clock().instant());
          note("grant_stop.back", stop.id(), by, Map.of("grant", grantId));
        });
  }

  private Matter entered(long grantId, Viewer by) {
    Matter matter = desk.seen(tries.see(grantId, by), by);
    desk.require(by, Permission.STOP_REMEDY, matter);
    if (desk.isGranter(grantId, by)) {
      throw new Refusal("", "remedies.stop.refusal.own");
    }
    return matter;
  }

  private void note(String kind, long id, Viewer by, Map<String, ?> payload) {
    desk.journal().record(kind, Stop.subject(id), by.actor(), payload);
  }
}
