package amends.complaints;

import amends.cases.Draft;
import amends.cases.Obligations;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.Tokens;
import amends.staff.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Letters under the rules: what each must say, looked at before it leaves. */
@Component
public final class Letters {
  private final Complaints.Door door;
  private final Complaints complaints;
  private final ComplaintRows rows;
  private final Clocks clocks;
  private final Obligations obligations;

  Letters(
      Complaints.Door door,
      Complaints complaints,
      ComplaintRows rows,
      Clocks clocks,
      Obligations obligations) {
    this.door = door;
    this.complaints = complaints;
    this.rows = rows;
    this.clocks = clocks;
    this.obligations = obligations;
  }

  /** The parts that a letter must have by the rules of this complaint, each once. */
  public List<PartRule> parts(Complaint complaint, LetterKind kind) {
    LocalDate today = LocalDate.ofInstant(door.clock().instant(), ZoneOffset.UTC);
    TreeSet<PartRule> once = new TreeSet<>(Comparator.comparing(PartRule::code));
    once.addAll(Rules.parts(complaint.regimes(), kind, today));
    return List.copyOf(once);
  }

  /** Words to begin with: an opening, each part that must be said, what the decision says. */
  public String prepared(Complaint complaint, LetterKind kind, Voice t) {
    StringBuilder text = new StringBuilder(t.say("complaints.letter." + kind.code() + ".opening"));
    Complaint.Decision decision = complaint.decision();
    if (kind == LetterKind.FINAL_RESPONSE && decision != null) {
      text.append("\n\n").append(t.say("complaints.decision." + decision.outcome().code()));
      text.append(' ').append(decision.findings());
    }
    for (PartRule part : parts(complaint, kind)) {
      if (!part.saidIn(text.toString())) {
        text.append("\n\n").append(t.say("complaints.part." + part.code()));
      }
    }
    return text.toString();
  }

  /**
   * Sends one. It keeps the clocks that it can keep once it has arrived.
   *
   * @param t the voice that a refusal names missing parts in
   * @return the id of the message
   * @throws Refusal when a part is missing, it comes at the wrong time, or as any reply
   */
  public long send(long caseId, LetterKind kind, Draft draft, Viewer by, Voice t) {
    return door.acts()
        .call(() -> {
          door.work(caseId, by);
          Complaint complaint = complaints.required(caseId);
          Instant now = door.clock().instant();
          fits(complaint, kind, draft);
          hasItsParts(complaint, kind, draft.text(), t);
          long message =
              obligations.send(
                  caseId, draft.with(Draft.Purpose.DUTY), clocks.keptBy(complaint, kind), by);
          rows.letter(
              complaint.id(),
              new Letter(kind, message, by.id(), now),
              Tokens.sha256(draft.text().getBytes(StandardCharsets.UTF_8)));
          clocks.begin(complaint, kind, by);
          door.note(
              "complaint.letter", complaint, by, Map.of("letter", kind.code(), "message", message));
          return message;
        });
  }

  /**
   * Why this letter may not leave yet, whatever stands in it: told before it is written.
   *
   * @return empty when it may
   */
  public Optional<Refusal> notYet(Complaint complaint, LetterKind kind) {
    return switch (kind) {
      case SUMMARY_RESOLUTION ->
          complaint.acceptedAt() == null
              ? Optional.of(new Refusal("", "complaints.refusal.not-accepted"))
              : inTime(complaint, kind)
                  ? Optional.empty()
                  : Optional.of(new Refusal("", "complaints.refusal.too-late"));
      case FINAL_RESPONSE ->
          complaint.decision() == null
              ? Optional.of(new Refusal("", "complaints.refusal.undecided"))
              : Optional.empty();
      case ACKNOWLEDGEMENT, PROGRESS, HOLDING_REPLY, SIGNPOST -> Optional.empty();
    };
  }

  private boolean inTime(Complaint complaint, LetterKind kind) {
    Instant now = door.clock().instant();
    return clocks.of(complaint).stream()
        .filter(running -> Clocks.rule(complaint, running).keptBy().contains(kind))
        .filter(running -> running.promise() == null)
        .anyMatch(running -> now.isBefore(running.dueAt()));
  }

  private void fits(Complaint complaint, LetterKind kind, Draft draft) {
    Optional<Refusal> early = notYet(complaint, kind);
    if (early.isPresent()) {
      throw early.get();
    }
    if (kind == LetterKind.HOLDING_REPLY && (draft.nothingMore() || draft.dueAt() == null)) {
      throw new Refusal("by", "complaints.refusal.until");
    }
  }

  private void hasItsParts(Complaint complaint, LetterKind kind, String text, Voice t) {
    List<String> missing =
        parts(complaint, kind).stream()
            .filter(part -> !part.saidIn(text))
            .map(part -> t.say("complaints.part." + part.code() + ".name"))
            .toList();
    if (!missing.isEmpty()) {
      throw new Refusal("text", "complaints.refusal.part", String.join(", ", missing));
    }
  }
}
