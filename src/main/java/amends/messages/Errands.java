package amends.messages;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What colleagues carry: calls to make, letters to print and post, notes to write by hand. A
 * message counts as sent when the colleague says that it was said or posted. Asks for no
 * permission: whoever calls has asked whether the viewer may work on the matter.
 */
@Component
public final class Errands {
  /** So often a call is tried before the message goes another way. */
  static final int MOST_CALLS = 3;

  private static final Duration UNTIL_NEXT_CALL = Duration.ofHours(2);

  private final ErrandRows rows;
  private final Receipts receipts;
  private final Acts acts;
  private final InstantSource clock;
  private final Told told;

  Errands(ErrandRows rows, Receipts receipts, Acts acts, InstantSource clock, Told told) {
    this.rows = rows;
    this.receipts = receipts;
    this.acts = acts;
    this.clock = clock;
    this.told = told;
  }

  @Component
  record Told(Journal journal, ApplicationEventPublisher events, ManyErrands many) {}

  /** What came of a call. */
  public enum Outcome {
    REACHED,
    NO_ANSWER,
    WRONG_NUMBER
  }

  /**
   * A print run.
   *
   * @param open how many of its letters are not posted yet
   */
  public record Batch(long id, Instant madeAt, int letters, int open) {}

  @EventListener
  void on(DeliveryLaid laid) {
    rows.add(laid);
  }

  public List<Errand> open(int most) {
    return rows.open(most);
  }

  /** What is still to be done one by one: all but letters to many. */
  public List<Errand> tasks(int most) {
    return rows.tasks(most);
  }

  /**
   * @throws NotFound when there is none
   */
  public Errand get(long id) {
    return rows.find(id).orElseThrow(() -> new NotFound(subject(id)));
  }

  /** The letter or note that somebody names by the number on it. */
  public Optional<Errand> named(String reference) {
    return rows.byReference(References.read(reference));
  }

  /**
   * A call was tried.
   *
   * @param said what was said; needed when somebody was reached and it belongs to a case
   * @throws Refusal when it was done already, or it does not say what was said
   */
  public void called(long id, Outcome outcome, @Nullable Integer minutes, String said, Viewer by) {
    acts.run(() -> {
      Errand call = opened(id, Medium.PHONE);
      if (outcome == Outcome.REACHED && said.isBlank() && matter(call).kind().equals("case")) {
        throw new Refusal("said", "messages.errand.said");
      }
      told.journal()
          .record(
              "call.tried",
              Subject.of("delivery", call.deliveryId()),
              by.actor(),
              Map.of("outcome", outcome.name().toLowerCase(java.util.Locale.ROOT)));
      switch (outcome) {
        case REACHED -> {
          rows.done(id, clock.instant());
          told.events()
              .publishEvent(
                  new CallMade(call.messageId(), matter(call), minutes, said.strip(), by));
          receipts.accepted(call.deliveryId(), "spoken to", by.actor());
        }
        case NO_ANSWER -> nobodyAnswered(call);
        case WRONG_NUMBER -> {
          rows.done(id, clock.instant());
          receipts.failed(call.deliveryId(), "wrong number", true);
        }
      }
    });
  }

  /** Where it is written down: of a call to many, in the case of this person. */
  private static Subject matter(Errand call) {
    Errand.Many many = call.many();
    return many == null || many.caseId() == null ? call.about() : Subject.of("case", many.caseId());
  }

  private void nobodyAnswered(Errand call) {
    if (call.tries() + 1 < MOST_CALLS) {
      rows.again(call.id(), clock.instant().plus(UNTIL_NEXT_CALL));
    } else {
      rows.again(call.id(), clock.instant());
      rows.done(call.id(), clock.instant());
      receipts.failed(call.deliveryId(), "nobody answered " + MOST_CALLS + " calls", false);
    }
  }

  /**
   * A letter or a note was posted.
   *
   * @throws Refusal when it was done already
   */
  public void posted(long id, Actor by) {
    acts.run(() -> {
      Errand errand = opened(id, null);
      if (errand.medium() == Medium.PHONE) {
        throw new Refusal("", "messages.errand.call");
      }
      post(errand, by);
    });
  }

  private void post(Errand errand, Actor by) {
    rows.done(errand.id(), clock.instant());
    receipts.accepted(errand.deliveryId(), "posted", by);
  }

  /** It came back: the address is dead, and the message goes another way. */
  public void returned(long id, String why) {
    acts.run(() -> {
      Errand errand = get(id);
      rows.done(id, clock.instant());
      String words = why.isBlank() ? "came back" : "came back: " + why.strip();
      receipts.failed(errand.deliveryId(), words.substring(0, Math.min(300, words.length())), true);
    });
  }

  /**
   * Puts letters into one print run.
   *
   * @return its number
   * @throws Refusal when there is nothing to print
   */
  public long print(List<Errand> letters, Viewer by) {
    Instant now = clock.instant();
    return acts.call(() -> {
      List<Long> ready =
          letters.stream()
              .map(Errand::id)
              .peek(rows::lock)
              .map(this::get)
              .filter(e -> e.many() == null)
              .filter(e -> e.open() && e.medium() == Medium.LETTER && e.batchId() == null)
              .filter(e -> !e.from().isAfter(now))
              .map(Errand::id)
              .toList();
      if (ready.isEmpty()) {
        throw new Refusal("", "messages.errand.nothing-to-print");
      }
      long batch = rows.batch(ready, by.id(), now);
      told.journal()
          .record(
              "letters.printed",
              Subject.of("print_batch", batch),
              by.actor(),
              Map.of("letters", ready.size()));
      return batch;
    });
  }

  /** The letters of a print run. */
  public List<Errand> batch(long id) {
    List<Errand> letters = rows.ofBatch(id);
    if (letters.isEmpty()) {
      throw new NotFound(Subject.of("print_batch", id));
    }
    return letters;
  }

  public List<Batch> batches(int most) {
    return rows.batches(most);
  }

  /** The whole run went to the post, but for what was stopped since. */
  public void postedAll(long batch, Actor by) {
    acts.run(() -> {
      List<Errand> open = batch(batch).stream().filter(Errand::open).toList();
      open.stream().filter(e -> e.many() == null).forEach(e -> post(e, by));
      told.many().posted(open.stream().filter(e -> e.many() != null).toList(), by);
    });
  }

  private Errand opened(long id, @Nullable Medium medium) {
    rows.lock(id);
    Errand errand = get(id);
    if (errand.notSent() != null) {
      throw new Refusal("", "messages.errand.stopped");
    }
    if (!errand.open() || medium != null && errand.medium() != medium) {
      throw new Refusal("", "messages.errand.done");
    }
    return errand;
  }

  public static Subject subject(long id) {
    return Subject.of("errand", id);
  }
}
