package amends.cases;

import amends.promises.Cadences;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How a matter ends, and how it is taken up again when it was not right after all. */
@Component
final class Endings {
  private final Settlements settlements;
  private final FollowUps followUps;
  private final Closures closures;
  private final NextMoment nextMoment;
  private final Owed owed;

  Endings(
      Settlements settlements,
      FollowUps followUps,
      Closures closures,
      NextMoment nextMoment,
      Owed owed) {
    this.settlements = settlements;
    this.followUps = followUps;
    this.closures = closures;
    this.nextMoment = nextMoment;
    this.owed = owed;
  }

  /** What is owed, and what of remedies is not over yet. */
  @Component
  record Owed(Promises promises, Outstanding outstanding, RemedyLooks looks, Cadences cadences) {}

  void settle(Case matter, Settling how, Viewer by, Instant now) {
    settlements.settle(matter, how, by, now);
    if (how.outcome() == Outcome.DUPLICATE) {
      long survivor = Objects.requireNonNull(how.survivor());
      nextMoment.passOn(matter, survivor, by.actor());
      closures.close(matter, "duplicate", null, by.actor());
      nextMoment.point(survivor);
    }
  }

  void followUp(Case matter, String result, String channel, Draft draft, Viewer by, Instant now) {
    Instant settledAt = matter.settledAt();
    if (settledAt == null) {
      throw new Refusal("result", "cases.refusal.not-settled");
    }
    if (result.equals("no_answer") && triedJustNow(matter, settledAt, now)) {
      throw new Refusal("result", "cases.refusal.tried-just-now");
    }
    FollowUps.FollowUp made = followUps.note(matter, result, channel, draft.text(), by.actor());
    switch (result) {
      case "right" -> closeUnlessOwing(matter, "right", made.id(), by.actor());
      case "not_right" -> reopenWith(matter, draft, by.actor());
      default -> {
        long tries = followUps.since(matter.id(), settledAt).size();
        if (tries >= Rhythm.FOLLOW_UP_TRIES) {
          closeUnlessOwing(matter, "tried", made.id(), by.actor());
        } else {
          settlements.promiseFollowUp(
              matter, now.plus(Rhythm.FOLLOW_UP), settlements.channel(matter.id()), by);
        }
      }
    }
  }

  /**
   * What the customers say themselves. Right: it closes, if nothing is owed any more. Not right: it
   * is taken up again; what comes next must have been promised before.
   */
  void answered(Case matter, boolean right, String channel, String words, Actor by) {
    if (!matter.settled()) {
      throw new Refusal("right", "cases.refusal.not-settled");
    }
    String result = right ? "right" : "not_right";
    FollowUps.FollowUp made = followUps.note(matter, result, channel, words, by);
    if (!right) {
      takeUp(matter, words, by);
    } else if (!matter.closed()) {
      closeUnlessOwing(matter, "right", made.id(), by);
    }
  }

  private boolean triedJustNow(Case matter, Instant settledAt, Instant now) {
    return followUps.since(matter.id(), settledAt).stream()
        .anyMatch(f -> f.at().isAfter(now.minus(Rhythm.BETWEEN_TRIES)));
  }

  void close(Case matter, Actor by) {
    Instant settledAt = matter.settledAt();
    if (settledAt == null) {
      throw new Refusal("", "cases.refusal.not-settled");
    }
    List<FollowUps.FollowUp> looks = followUps.since(matter.id(), settledAt);
    if (looks.isEmpty()) {
      throw new Refusal("", "cases.refusal.not-followed-up");
    }
    FollowUps.FollowUp last = looks.getLast();
    boolean right = last.result().equals("right");
    owed.outstanding().refuseClosing(matter);
    refuseUnproven(matter, right);
    if (!right && looks.size() < Rhythm.FOLLOW_UP_TRIES) {
      throw new Refusal("", "cases.refusal.not-followed-up");
    }
    closures.close(matter, right ? "right" : "tried", last.id(), by);
  }

  /** "Made right" needs the evidence or the customer's word; silence is neither. */
  private void refuseUnproven(Case matter, boolean right) {
    if (!right
        && settlements.outcome(matter.id()) == Outcome.MADE_RIGHT
        && owed.outstanding().unproven(matter)) {
      throw new Refusal("", "cases.refusal.unproven");
    }
  }

  void reopen(Case matter, String why, String next, Instant dueAt, Actor by) {
    if (!matter.settled()) {
      throw new Refusal("", "cases.refusal.not-settled");
    }
    if (why.isBlank()) {
      throw new Refusal("why", "cases.refusal.no-why");
    }
    if (closures.closedAsDuplicate(matter)) {
      throw new Refusal("", "cases.refusal.merged");
    }
    nextMoment.promise(matter, Promise.Kind.CONTACT, next, dueAt, by);
    takeUp(matter, why, by);
  }

  private void reopenWith(Case matter, Draft draft, Actor by) {
    Instant dueAt = draft.dueAt();
    String next = draft.words();
    if (next == null || next.isBlank()) {
      throw new Refusal("next", "cases.refusal.no-next");
    }
    if (dueAt == null) {
      throw new Refusal("by", "cases.refusal.no-moment");
    }
    reopen(matter, draft.text(), next, dueAt, by);
  }

  /** Undoes settlement and closure; what is promised next must have been promised before. */
  void takeUp(Case matter, String why, Actor by) {
    for (Promise next : nextMoment.owed(matter.id())) {
      if (next.kind() == Promise.Kind.FOLLOW_UP) {
        owed.promises().release(next.id(), "reopened", by);
      }
    }
    closures.reopen(matter, why, by);
    Instant settledAt = matter.settledAt();
    if (settledAt != null) {
      owed.cadences().takenUp(matter.asSubject(), settledAt, matter.promiser(), by);
      nextMoment.point(matter.id());
    }
  }

  /** What is still owed keeps the case open, until a colleague closes it by hand. */
  private void closeUnlessOwing(Case matter, String how, long followUp, Actor by) {
    Set<Long> meant = nextMoment.meant(matter.id());
    boolean owing =
        owed.promises().about(matter.asSubject()).stream()
            .filter(Promise::owed)
            .anyMatch(p -> p.kind() != Promise.Kind.LOOK || meant.contains(p.id()));
    if (owing || owed.outstanding().why(matter).isPresent()) {
      owed.looks().lookIfNothingIsOwed(matter);
      nextMoment.point(matter.id());
    } else {
      closures.close(matter, how, followUp, by);
    }
  }
}
