package amends.cases;

import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * What becomes of a promise before it is due: moved, because we tell the customer in time; agreed
 * anew, because they said so; or released by them. The three are counted apart, and the moment that
 * was promised first stays.
 */
@Component
public final class Renewals {
  private final Access access;
  private final Promises promises;
  private final Words words;
  private final Conversation conversation;
  private final Sides sides;

  /** What goes with it: the case's next moment, and what the customer may choose instead. */
  @Component
  record Sides(MailCases mailCases, MomentOffers offers) {}

  Renewals(Access access, Promises promises, Words words, Conversation conversation, Sides sides) {
    this.access = access;
    this.promises = promises;
    this.words = words;
    this.conversation = conversation;
    this.sides = sides;
  }

  /**
   * A promise to the customer of this case.
   *
   * @throws NotFound when it belongs to another case, or is a look of our own
   */
  public Promise promise(long id, long promise, Viewer viewer) {
    return of(access.see(id, viewer), promise);
  }

  /** What they have said since it was made, the newest first: evidence to choose from. */
  public List<Word> said(long id, long promise, Viewer viewer) {
    Case matter = access.see(id, viewer);
    return words.since(matter, of(matter, promise));
  }

  /**
   * Moves it before it is due: the customer is written to in the same act, or was told in a call.
   *
   * @throws Refusal when it is due already, or nobody can be written to
   */
  public void move(long id, long promise, Moving how, Viewer by) {
    renew(
        id,
        promise,
        by,
        old -> {
          Subject toldIn = how.toldIn();
          if (toldIn == null && how.why().isBlank()) {
            throw new Refusal("why", "cases.refusal.no-why-moved");
          }
          if (!how.dueAt().isAfter(old.promise().dueAt())) {
            throw new Refusal("by", "cases.refusal.not-later");
          }
          if (toldIn != null) {
            requireSaid(old, toldIn, "told");
          }
          Promise anew =
              promises.move(promise, how.dueAt(), told -> told(old, told, how, by), by.actor());
          if (!how.others().isEmpty()) {
            sides.offers().offer(old.matter(), anew, how.others());
          }
        });
  }

  private Subject told(Of old, Promise anew, Moving how, Viewer by) {
    Subject toldIn = how.toldIn();
    return toldIn != null
        ? toldIn
        : Subject.of("message", conversation.tellMoved(old.matter(), old.promise(), anew, how, by));
  }

  /**
   * The customer agreed to another moment.
   *
   * @param in the message, call or statement in which they did
   * @throws Refusal when it is due already, or nothing of the kind was said since it was made
   */
  public void agree(long id, long promise, Instant dueAt, Subject in, Viewer by) {
    renew(
        id,
        promise,
        by,
        old -> {
          requireSaid(old, in, "word");
          promises.agreeAnew(promise, dueAt, in, by.actor());
        });
  }

  /** The customer released us. */
  public void release(long id, long promise, Subject in, Viewer by) {
    renew(
        id,
        promise,
        by,
        old -> {
          requireSaid(old, in, "word");
          promises.releasedIn(promise, in, by.actor());
        });
  }

  /** A promise, and the case that it belongs to. */
  private record Of(Case matter, Promise promise) {}

  private void renew(long id, long promise, Viewer by, Consumer<Of> act) {
    access.work(
        id,
        Permission.WORK_CASE,
        by,
        unowned -> {
          Case matter = conversation.owned(unowned, by);
          act.accept(new Of(matter, of(matter, promise)));
          sides.mailCases().moveOn(matter);
          sides.mailCases().point(matter);
        });
  }

  private Promise of(Case matter, long id) {
    Promise promise = promises.promise(id);
    if (!promise.about().equals(matter.asSubject()) || promise.kind() == Promise.Kind.LOOK) {
      throw new NotFound(Subject.of("promise", id));
    }
    return promise;
  }

  private void requireSaid(Of old, Subject word, String field) {
    boolean said =
        words.since(old.matter(), old.promise()).stream().anyMatch(w -> w.what().equals(word));
    if (!said) {
      throw new Refusal(field, "cases.refusal.no-evidence");
    }
  }
}
