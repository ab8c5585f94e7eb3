package amends.messages;

import amends.journal.Journal;
import amends.messages.MassBatch.Part;
import amends.messages.MassRows.Taken;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.WorkRows.Lease;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Letters and calls of what goes to many. A range of them is laid at once; each is looked at again,
 * by the rules of what machines carry, in the moment in which somebody takes it in hand; what a
 * print run came to is recorded at once.
 */
@Component
public final class ManyErrands {
  /**
   * So many letters in one print run: a file that a printer takes, and a pile that one can carry.
   */
  public static final int RUN = 500;

  private final ManyErrandRows rows;
  private final MassDecisions decisions;
  private final Mailings mailings;
  private final Receipts receipts;
  private final Told told;

  ManyErrands(
      ManyErrandRows rows,
      MassDecisions decisions,
      Mailings mailings,
      Receipts receipts,
      Told told) {
    this.rows = rows;
    this.decisions = decisions;
    this.mailings = mailings;
    this.receipts = receipts;
    this.told = told;
  }

  /** What it works with. */
  @Component("manyErrandsTold")
  record Told(Acts acts, List<Outlet> outlets, Journal journal) {}

  /**
   * Makes tasks of the letters and calls that were just laid, in the act that laid them. Whoever
   * must not get theirs is left out with the reason.
   *
   * @param from not before this moment
   */
  public void lay(Mailing mailing, Instant from) {
    for (Medium medium : List.of(Medium.LETTER, Medium.PHONE)) {
      List<Taken> laid = rows.withoutTask(mailing.messageId(), medium);
      Map<Long, Instant> tasks = new TreeMap<>();
      Map<Long, String> left = new HashMap<>();
      for (Part part : decisions.of(mailing, medium, laid)) {
        long delivery = part.taken().lease().id();
        switch (judged(medium, part)) {
          case Verdict.Suppress(String why) -> left.put(delivery, why);
          case Verdict.Back(Instant until) ->
              tasks.put(delivery, until.isAfter(from) ? until : from);
          // Where nobody lives any more is found when it is taken in hand, and goes another way.
          case Verdict.Go go -> tasks.put(delivery, from);
          case Verdict.Gone gone -> tasks.put(delivery, from);
        }
      }
      rows.lay(tasks);
      leaveOut(mailing, left);
    }
  }

  /** A name or an address that our face cannot set is no letter. */
  private Verdict judged(Medium medium, Part part) {
    String envelope = part.person().name() + part.taken().address();
    return part.verdict() instanceof Verdict.Suppress || lacking(medium, envelope).isEmpty()
        ? part.verdict()
        : new Verdict.Suppress("messages.not-sent.unprintable");
  }

  /** What of these words cannot go that way, as the letters themselves; "" when all can. */
  public String lacking(Medium medium, String words) {
    return told.outlets().stream()
        .filter(o -> o.medium() == medium)
        .map(o -> o.lacking(words))
        .findFirst()
        .orElse("");
  }

  private void leaveOut(Mailing mailing, Map<Long, String> why) {
    Set<Long> left = why.isEmpty() ? Set.of() : rows.leaveOut(why);
    if (!left.isEmpty()) {
      mailings.carried(mailing.id(), Set.of(), left.size());
    }
  }

  /**
   * Looks at calls that wait, in the caller's act: whoever must not be called any more is left out.
   */
  public void lookAtCalls(Mailing mailing) {
    clear(mailing, Medium.PHONE, rows.waiting(mailing.messageId(), Medium.PHONE, RUN));
  }

  /** Those that may be carried now; the others are ended, put off, or go another way. */
  private List<Long> clear(Mailing mailing, Medium medium, List<Taken> some) {
    List<Long> clear = new ArrayList<>();
    Map<Long, Instant> later = new TreeMap<>();
    Map<Long, String> left = new HashMap<>();
    Map<Long, String> gone = new TreeMap<>();
    for (Part part : decisions.of(mailing, medium, some)) {
      long delivery = part.taken().lease().id();
      switch (part.verdict()) {
        case Verdict.Go go -> clear.add(delivery);
        case Verdict.Back(Instant until) -> later.put(delivery, until);
        case Verdict.Suppress(String why) -> left.put(delivery, why);
        case Verdict.Gone(String reason) -> gone.put(delivery, reason);
      }
    }
    rows.putOff(later);
    leaveOut(mailing, left);
    gone.forEach((delivery, reason) -> {
      rows.done(Set.of(delivery));
      receipts.failed(delivery, reason, true);
    });
    return clear;
  }

  /**
   * A print run that was made of letters to many.
   *
   * @param batch its number; 0 when there was nothing to print
   * @param leftOut how many were looked at and must not go, or not yet
   */
  public record Printed(long batch, int letters, int leftOut) {}

  /**
   * Puts the next letters into one print run. Whoever pauses or stops it waits for this.
   *
   * @throws Refusal when it rests or was stopped
   */
  public Printed print(long broadcast, Viewer by) {
    return told.acts()
        .call(() -> {
          Mailing mailing =
              mailings
                  .hold(broadcast)
                  .orElseThrow(() -> new Refusal("", "messages.errand.resting"));
          int leftOut = 0;
          while (true) {
            List<Taken> some = rows.unprinted(mailing.messageId(), RUN);
            List<Long> clear = clear(mailing, Medium.LETTER, some);
            leftOut += some.size() - clear.size();
            if (some.isEmpty() || !clear.isEmpty()) {
              long batch = clear.isEmpty() ? 0 : rows.batch(clear, by.id());
              printed(batch, clear.size(), by);
              return new Printed(batch, clear.size(), leftOut);
            }
          }
        });
  }

  private void printed(long batch, int letters, Viewer by) {
    if (batch > 0) {
      told.journal()
          .record(
              "letters.printed",
              Subject.of("print_batch", batch),
              by.actor(),
              Map.of("letters", letters));
    }
  }

  /** They went to the post, in the caller's act; what was stopped meanwhile stays so. */
  void posted(List<Errand> letters, Actor by) {
    Map<Long, List<Long>> together = new TreeMap<>();
    for (Errand letter : letters) {
      Errand.Many many = letter.many();
      if (many != null) {
        together
            .computeIfAbsent(many.broadcastId(), id -> new ArrayList<>())
            .add(letter.deliveryId());
      }
    }
    together.forEach((broadcast, deliveries) -> {
      Set<Long> posted = rows.posted(deliveries);
      if (!posted.isEmpty()) {
        mailings.carried(broadcast, posted, 0);
        told.journal()
            .record(
                "broadcast.carried",
                Subject.of("broadcast", broadcast),
                by,
                Map.of(
                    "accepted", posted.size(),
                    "suppressed", 0,
                    "proof", MassRecord.proof(posted, Set.of())));
      }
    });
  }

  /** Letters to many that wait to be printed or posted, a broadcast a line. */
  public List<Pile> piles() {
    return rows.piles();
  }

  /**
   * The letters of one broadcast.
   *
   * @param toPrint how many are in no print run yet
   * @param toPost how many are printed and not posted
   * @param resting nothing of it may leave just now
   */
  public record Pile(long broadcastId, String subject, int toPrint, int toPost, boolean resting) {}

  /** What colleagues still have to do for one. */
  public record Left(int lettersToPrint, int lettersToPost, int callsToMake) {
    public static final Left NONE = new Left(0, 0, 0);

    public int all() {
      return lettersToPrint + lettersToPost + callsToMake;
    }
  }

  public Left left(long messageId) {
    return rows.left(messageId);
  }

  static Taken taken(long delivery, long customer, String address, Instant now) {
    return new Taken(new Lease(delivery, 0, 0), customer, address, null, 0, now, now);
  }
}
