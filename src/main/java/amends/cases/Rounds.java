package amends.cases;

import amends.journal.Journal;
import amends.messages.Holding;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * One reply to many chosen cases: written once with places for what differs, looked at for each
 * person, then sent one act a case. Only who writes it sees it.
 */
@Component
public final class Rounds {
  private final Access access;
  private final RoundRows rows;
  private final RoundLetters letters;
  private final TakeBacks takeBacks;
  private final Hold hold;

  Rounds(Access access, RoundRows rows, RoundLetters letters, TakeBacks takeBacks, Hold hold) {
    this.access = access;
    this.rows = rows;
    this.letters = letters;
    this.takeBacks = takeBacks;
    this.hold = hold;
  }

  /** How long it is held, and where it is written down. */
  @Component
  record Hold(Holding holding, Journal journal) {}

  /**
   * Writes a round down; nothing is sent.
   *
   * @throws Refusal when nothing or too much was chosen, a place in braces is unknown, or it does
   *     not say what happens next
   */
  public long write(Draft draft, Collection<Long> cases, Viewer by) {
    return access
        .acts()
        .call(() -> {
          check(draft);
          long id = rows.insert(draft, by, access.now());
          choose(id, cases, by);
          tell("round.written", id, by, Map.of());
          return id;
        });
  }

  /** Writes it anew, as long as it was not sent. */
  public void rewrite(long id, Draft draft, Collection<Long> cases, Viewer by) {
    access
        .acts()
        .run(() -> {
          if (rows.lock(id, by).sent()) {
            throw new Refusal("", "cases.round.refusal.sent");
          }
          check(draft);
          rows.write(id, draft);
          choose(id, cases, by);
        });
  }

  private void choose(long id, Collection<Long> cases, Viewer by) {
    Set<Long> seen = new TreeSet<>();
    letters.seen(cases, by).forEach(matter -> seen.add(matter.id()));
    if (seen.size() > Round.MOST) {
      throw new Refusal("pick", "cases.round.refusal.most", Round.MOST);
    }
    if (seen.isEmpty()) {
      throw new Refusal("pick", "cases.round.refusal.none");
    }
    rows.choose(id, seen);
  }

  private void check(Draft draft) {
    if (draft.text().isBlank()) {
      throw new Refusal("text", "cases.refusal.no-text");
    }
    String next = draft.words() == null ? "" : draft.words();
    Instant dueAt = draft.dueAt();
    RoundWords.check("text", draft.text());
    if (draft.nothingMore()) {
      if (RoundWords.in(draft.text()).contains(RoundWords.NEXT_MOMENT)) {
        throw new Refusal("text", "cases.round.refusal.no-next-moment");
      }
      return;
    }
    RoundWords.check("next", next);
    if (next.isBlank()) {
      throw new Refusal("next", "cases.refusal.no-next");
    }
    if (dueAt == null) {
      throw new Refusal("by", "cases.refusal.no-moment");
    }
    if (!dueAt.isAfter(access.now())) {
      throw new Refusal("by", "promises.refusal.not-ahead");
    }
  }

  /**
   * @throws NotFound unless it is the viewer's own
   */
  public Round see(long id, Viewer viewer) {
    return rows.get(id, viewer);
  }

  /** The places that can stand in the words, in braces. */
  public static String places() {
    return RoundWords.list();
  }

  /** Those of these cases that the viewer may see. */
  public List<Round.Choice> chosen(Collection<Long> cases, Viewer viewer) {
    return letters.chosen(cases, viewer);
  }

  /** Whether something of it may still be stopped or taken back. */
  public boolean undoable(Round round) {
    Instant sentAt = round.sentAt();
    boolean held =
        sentAt != null && access.now().isBefore(sentAt.plus(hold.holding().time().multipliedBy(2)));
    return held || rows.parts(round.id()).stream().anyMatch(part -> !part.done());
  }

  /** Its cases, and what became of each. */
  public List<Round.Part> parts(long id, Viewer viewer) {
    rows.get(id, viewer);
    return rows.parts(id);
  }

  /** Every letter as it would go out now, and who cannot be written to. */
  public List<Round.Letter> letters(long id, Viewer viewer) {
    Round round = rows.get(id, viewer);
    List<Long> cases = rows.parts(id).stream().map(Round.Part::caseId).toList();
    return letters.letters(round.draft(), cases, viewer);
  }

  /**
   * Sends it, after the time in which it can be taken back whole. Sent again, nothing happens.
   *
   * @throws Refusal when its promise does not lie ahead any more
   */
  public void send(long id, Viewer by) {
    access
        .acts()
        .run(() -> {
          Round round = rows.lock(id, by);
          if (round.sent()) {
            return;
          }
          check(round.draft());
          Instant now = access.now();
          rows.send(id, now, now.plus(hold.holding().time()));
          tell("round.sent", id, by, Map.of("cases", rows.parts(id).size()));
        });
  }

  /**
   * Stops what has not been written yet, and takes back what is held. What has left stays.
   *
   * @throws Refusal when it was not sent, or taken back before
   */
  public Round.Undone undo(long id, Viewer by) {
    int stopped =
        access
            .acts()
            .call(() -> {
              Round round = rows.lock(id, by);
              if (!round.sent() || round.undoneAt() != null) {
                throw new Refusal("", "cases.round.refusal.nothing-to-undo");
              }
              int still = rows.stop(id, access.now());
              tell("round.undone", id, by, Map.of("stopped", still));
              return still;
            });
    int back = 0;
    int left = 0;
    for (Round.Part part : rows.parts(id)) {
      Long message = part.messageId();
      if (message != null) {
        if (takenBack(part.caseId(), message, by)) {
          back++;
        } else {
          left++;
        }
      }
    }
    return new Round.Undone(stopped, back, left);
  }

  private boolean takenBack(long caseId, long message, Viewer by) {
    try {
      takeBacks.takeBack(caseId, message, by);
      return true;
    } catch (Refusal left) {
      return false;
    }
  }

  private void tell(String kind, long id, Viewer by, Map<String, ?> payload) {
    hold.journal().record(kind, Subject.of("round", id), by.actor(), payload);
  }
}
