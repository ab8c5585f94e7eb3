package amends.cases;

import amends.messages.Medium;
import amends.messages.Outgoing;
import amends.messages.Way;
import amends.shared.Refusal;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One customer's matter, from the first word to the follow-up after it was made right. Each method
 * is one act: permitted, whole, and in the journal.
 */
@Component
public final class Cases {
  private final Access access;
  private final Opening opening;
  private final Conversation conversation;
  private final Handovers handovers;
  private final Endings endings;

  Cases(
      Access access,
      Opening opening,
      Conversation conversation,
      Handovers handovers,
      Endings endings) {
    this.access = access;
    this.opening = opening;
    this.conversation = conversation;
    this.handovers = handovers;
    this.endings = endings;
  }

  /**
   * @throws amends.shared.NotFound when there is none, or the viewer may not know of it
   */
  public Case see(long id, Viewer viewer) {
    return access.see(id, viewer);
  }

  /** Whether there is such a case and the viewer may know of it. */
  public boolean maySee(long id, Viewer viewer) {
    return access.find(id).filter(matter -> may(viewer, Permission.SEE_CASE, matter)).isPresent();
  }

  public boolean may(Viewer viewer, Permission permission, Case matter) {
    return access.permits().may(viewer, permission, matter.scope());
  }

  /** Where a reply goes when nobody chooses; empty when they cannot be reached at all. */
  public Optional<Way> replyWay(Case matter) {
    return conversation.replyWay(matter);
  }

  /** The ways to whoever is addressed, with the reason where one is shut. */
  public List<Way> ways(Case matter) {
    return conversation.ways(matter);
  }

  /** The address for an e-mail to whoever is addressed. */
  public Optional<String> emailAddress(Case matter) {
    return conversation.ways(matter).stream()
        .filter(way -> way.open() && way.medium() == Medium.EMAIL)
        .map(Way::address)
        .findFirst();
  }

  /**
   * A reply as it would go, for whoever looks at it first.
   *
   * @throws Refusal when nothing was written, or there is no such way
   */
  public Outgoing preview(long id, Draft draft, Viewer by) {
    return conversation.draft(access.see(id, by), draft, by);
  }

  /**
   * Opens a case that we heard of otherwise than by mail, or found ourselves. Words of hurt or
   * danger in what a program says raise it at once.
   */
  public Case open(NewCase draft, Viewer by) {
    access.permits().require(by, Permission.OPEN_CASE);
    return access
        .acts()
        .call(() -> {
          Case opened = opening.open(draft);
          conversation.tellings().opened(opened, draft, by);
          return opened;
        });
  }

  /**
   * Sends a reply by e-mail.
   *
   * @throws Refusal when it does not say what happens next, or cannot be sent
   */
  public void reply(long id, Draft draft, Viewer by) {
    access.work(id, Permission.WORK_CASE, by, matter -> conversation.reply(matter, draft, by));
  }

  /** Writes down a call: it keeps what was promised, and promises what was said on the phone. */
  public void call(long id, String direction, @Nullable Integer minutes, Draft draft, Viewer by) {
    access.work(
        id,
        Permission.WORK_CASE,
        by,
        matter -> conversation.call(matter, direction, minutes, draft, by));
  }

  /** An internal note, never sent. */
  public void note(long id, String words, Viewer by) {
    access.touch(
        id, Permission.WORK_CASE, by, matter -> conversation.tellings().noted(matter, words, by));
  }

  /**
   * Takes down one side's telling of what happened.
   *
   * @param side customer or colleague
   */
  public void state(long id, String side, String who, String words, Viewer by) {
    access.touch(
        id,
        Permission.WORK_CASE,
        by,
        matter -> {
          long told = conversation.tellings().stated(id, side, who, words, by);
          if (side.equals("customer")) {
            conversation.tellings().listened(matter, new HeardIn.Telling(told), words, by);
          }
        });
  }

  /** How the customer feels, as a colleague reads it: angry, afraid, letdown, calm, relieved. */
  public void feels(long id, String mood, Viewer by) {
    access.touch(
        id, Permission.WORK_CASE, by, matter -> conversation.tellings().felt(id, mood, by));
  }

  /** Notes what the case is about, as a colleague understood it. */
  public void understand(long id, About about, Viewer by) {
    access.touch(
        id, Permission.WORK_CASE, by, matter -> conversation.tellings().understood(id, about, by));
  }

  /** The same, worked out from the case as it stands when it is this act's turn. */
  public void understand(long id, Function<Case, About> about, Viewer by) {
    access.touch(
        id,
        Permission.WORK_CASE,
        by,
        matter -> conversation.tellings().understood(id, about.apply(matter), by));
  }

  /** Hands over to a person ("person:7") or a staffed team ("team:2"), with a word. */
  public void handOver(long id, String owner, String words, Viewer by) {
    access.work(
        id, Permission.WORK_CASE, by, matter -> handovers.handOver(matter, owner, words, by));
  }

  /** Settles; a duplicate is closed at once, and its survivor owes what it owed. */
  public void settle(long id, Settling how, Viewer by) {
    access
        .acts()
        .run(() -> {
          Long survivor = how.outcome() == Outcome.DUPLICATE ? how.survivor() : null;
          if (survivor != null) {
            access.lockSurvivor(id, survivor, by);
          }
          access.work(
              id, Permission.SETTLE, by, matter -> endings.settle(matter, how, by, access.now()));
        });
  }

  /**
   * Notes what the customer says after it was settled. Right: the case closes, if nothing is owed
   * any more. Not right: it is taken up again with the promise of the draft. No answer: another try
   * is promised, until the tries are enough.
   *
   * @param result right, not_right or no_answer
   */
  public void followUp(long id, String result, String channel, Draft draft, Viewer by) {
    access.work(
        id,
        Permission.SETTLE,
        by,
        matter -> endings.followUp(matter, result, channel, draft, by, access.now()));
  }

  /**
   * Closes by hand what a follow-up could not close yet because something was still owed.
   *
   * @throws Refusal unless the follow-up was kept and nothing is owed
   */
  public void close(long id, Viewer by) {
    access.work(id, Permission.SETTLE, by, matter -> endings.close(matter, by.actor()));
  }

  /** Takes up again what was settled or closed, with a new promise. */
  public void reopen(long id, String why, String next, Instant dueAt, Viewer by) {
    access.touch(
        id, Permission.REOPEN, by, matter -> endings.reopen(matter, why, next, dueAt, by.actor()));
  }
}
