package amends.complaints;

import amends.cases.Case;
import amends.cases.Cases;
import amends.complaints.Complaint.Outcome;
import amends.complaints.Complaint.Received;
import amends.journal.Journal;
import amends.shared.Acts;
import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Formal complaints. What ends one is a letter that has arrived or the complainant's own word;
 * something given out of goodwill ends none.
 */
@Component
public final class Complaints {
  private static final Set<String> WAYS = Set.of("written", "oral");

  private final Door door;
  private final ComplaintRows rows;
  private final Clocks clocks;
  private final Investigators investigators;
  private final Keeping keeping;

  Complaints(
      Door door, ComplaintRows rows, Clocks clocks, Investigators investigators, Keeping keeping) {
    this.door = door;
    this.rows = rows;
    this.clocks = clocks;
    this.investigators = investigators;
    this.keeping = keeping;
  }

  /** The way in: one act, permitted, at a moment, in the journal. */
  @Component
  record Door(Acts acts, Cases cases, Permits permits, Journal journal, InstantSource clock) {
    Case work(long caseId, Viewer by) {
      Case matter = cases.see(caseId, by);
      permits.require(by, Permission.WORK_CASE, matter.scope(), matter.asSubject());
      return matter;
    }

    void note(String kind, Complaint complaint, Viewer by, Map<String, ?> payload) {
      journal.record(kind, Case.subject(complaint.caseId()), by.actor(), payload);
    }
  }

  /** The formal complaint that a case is, if it is one; give a case that the viewer may see. */
  public Optional<Complaint> of(long caseId) {
    return rows.of(caseId);
  }

  /** Its clocks, the earliest due first. */
  public List<Clock> clocks(Complaint complaint) {
    return clocks.of(complaint);
  }

  /** What was written under the rules, the oldest first. */
  public List<Letter> letters(Complaint complaint) {
    return rows.letters(complaint.id());
  }

  /**
   * From now on the case is held by the rules, and their clocks run.
   *
   * @throws Refusal when something is missing, it lies ahead, or the case is one already
   */
  public Complaint receive(long caseId, Received received, Viewer by) {
    return door.acts()
        .call(() -> {
          Case matter = door.work(caseId, by);
          check(received);
          if (rows.of(caseId).isPresent()) {
            throw new Refusal("", "complaints.refusal.already");
          }
          rows.insert(caseId, received, by, door.clock().instant());
          Complaint complaint = required(caseId);
          clocks.begin(complaint, null, by);
          keeping.keep(complaint, matter.customerId(), by);
          door.note("complaint.received", complaint, by, Map.of("complaint", complaint.id()));
          return complaint;
        });
  }

  private void check(Received received) {
    if (received.at().isAfter(door.clock().instant())) {
      throw new Refusal("received", "complaints.refusal.ahead");
    }
    if (!WAYS.contains(received.way())) {
      throw new Refusal("way", "complaints.refusal.way");
    }
    if (received.regimes().isEmpty()) {
      throw new Refusal("regimes", "complaints.refusal.no-regime");
    }
    if (received.eligible().isBlank()) {
      throw new Refusal("eligible", "complaints.refusal.eligible");
    }
    for (String code : received.regimes()) {
      if (Rules.regime(code).isEmpty()) {
        throw new Refusal("regimes", "complaints.refusal.regime");
      }
    }
  }

  /**
   * Gives it to somebody to look into.
   *
   * @throws Refusal when they had a hand in the matter, or may not know of it
   */
  public void assign(long caseId, long person, Viewer by) {
    door.acts()
        .run(() -> {
          Case matter = door.work(caseId, by);
          Complaint complaint = required(caseId);
          if (investigators.involved(matter, complaint.receivedAt()).contains(person)) {
            throw new Refusal("investigator", "complaints.refusal.involved");
          }
          if (investigators.free(matter, complaint.receivedAt()).stream()
              .noneMatch(free -> free.id() == person)) {
            throw new Refusal("investigator", "complaints.refusal.investigator");
          }
          rows.investigator(complaint.id(), person);
          door.note("complaint.assigned", complaint, by, Map.of("person", person));
        });
  }

  /**
   * Decides it. Only whoever looked into it does.
   *
   * @param redress what is paid; null when nothing is
   * @throws Refusal without findings, by anybody else, or when a final response has left
   */
  public void decide(
      long caseId, Outcome outcome, String findings, @Nullable Money redress, Viewer by) {
    decide(caseId, by.id(), new Decided(outcome, findings, redress), by);
  }

  /** What was decided. */
  public record Decided(Outcome outcome, String findings, @Nullable Money redress) {}

  /**
   * A program notes what the investigator has decided; it decides nothing itself.
   *
   * @param investigator whose decision it is
   * @throws Refusal as {@link #decide}, and when a colleague does this in somebody else's name
   */
  public void decided(long caseId, long investigator, Decided what, Viewer by) {
    decide(caseId, by.isPerson() ? by.id() : investigator, what, by);
  }

  private void decide(long caseId, long decides, Decided what, Viewer by) {
    Outcome outcome = what.outcome();
    String findings = what.findings();
    door.acts()
        .run(() -> {
          door.work(caseId, by);
          Complaint complaint = required(caseId);
          Long investigator = complaint.investigatorId();
          if (investigator == null || investigator != decides) {
            throw new Refusal("", "complaints.refusal.not-yours");
          }
          if (outcome == Outcome.WITHDRAWN) {
            throw new Refusal("outcome", "complaints.refusal.outcome");
          }
          if (findings.isBlank()) {
            throw new Refusal("findings", "complaints.refusal.findings");
          }
          if (wrote(complaint, LetterKind.FINAL_RESPONSE)) {
            throw new Refusal("", "complaints.refusal.answered");
          }
          rows.decide(
              complaint.id(), outcome, findings.strip(), what.redress(), door.clock().instant());
          door.note("complaint.decided", complaint, by, Map.of("outcome", outcome.code()));
        });
  }

  /**
   * The complainant says that it is resolved for them. Their words are taken down: it is those that
   * count, and nothing that was given to them.
   */
  public void accept(long caseId, String who, String said, Viewer by) {
    door.acts()
        .run(() -> {
          door.work(caseId, by);
          Complaint complaint = required(caseId);
          door.cases().state(caseId, "customer", who, said, by);
          rows.accepted(complaint.id(), door.clock().instant());
          door.note("complaint.accepted", complaint, by, Map.of());
        });
  }

  /**
   * The complainant takes it back, in words that are taken down. Nothing is owed by it any more.
   */
  public void withdraw(long caseId, String who, String said, Viewer by) {
    door.acts()
        .run(() -> {
          door.work(caseId, by);
          Complaint complaint = required(caseId);
          Instant now = door.clock().instant();
          clocks.withdraw(complaint, who, said, by);
          rows.decide(complaint.id(), Outcome.WITHDRAWN, said.strip(), null, now);
          door.note("complaint.withdrawn", complaint, by, Map.of());
        });
  }

  /**
   * The complainant took it to a scheme, an ombudsman or a court; or that has answered.
   *
   * @param words their reference or their decision
   */
  public void refer(long caseId, String to, String words, Viewer by) {
    if (to.isBlank()) {
      throw new Refusal("to", "complaints.refusal.to");
    }
    door.acts()
        .run(() -> {
          door.work(caseId, by);
          Complaint complaint = required(caseId);
          rows.referred(complaint.id(), to.strip(), words.strip(), door.clock().instant());
          door.note("complaint.referred", complaint, by, Map.of());
        });
  }

  boolean wrote(Complaint complaint, LetterKind kind) {
    return letters(complaint).stream().anyMatch(letter -> letter.kind() == kind);
  }

  Complaint required(long caseId) {
    return rows.of(caseId).orElseThrow(() -> new NotFound(Subject.of("complaint", caseId)));
  }
}
