package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseFile;
import amends.cases.CaseList;
import amends.cases.FieldValue;
import amends.cases.Harm;
import amends.cases.Outcome;
import amends.promises.Promise;
import amends.shared.api.Say;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A case with everything that was said and promised in it. */
record CaseFileJson(
    @Say("The case itself.") CaseJson matter,
    @Say("Every promise that was ever made in it, the oldest first.") List<PromiseJson> promises,
    @Say("What each side says happened.") List<StatementJson> statements,
    @Say("In and out, the oldest first; null for a token without messages:read.")
        @Nullable List<MessageJson> messages,
    @Say("Internal notes, the oldest first; never sent.") List<NoteShown> notes,
    @Say("Calls that were made and taken, the oldest first; null without messages:read.")
        @Nullable List<PhoneCallShown> calls,
    @Say("How it ended; null while it has not.") @Nullable SettledJson settlement,
    @Say("Looks back, each time that it was settled, the oldest first.")
        List<FollowedUpJson> followUps,
    @Say("What colleagues reported of hurt and damage, the oldest first.") List<HarmShown> harm,
    @Say(value = "In which country it is, as far as anybody knows; ISO 3166.", example = "GB")
        @Nullable String country) {

  /** One side's telling of what happened. */
  record StatementJson(
      @Say(value = "Whose: customer or colleague.", example = "customer") String side,
      @Say(value = "Who tells it.", example = "Ruth Adeyemi") String who,
      @Say(value = "In their words.", example = "It was in two pieces.") String words,
      @Say(value = "When it was taken down.", example = "2026-05-12T13:07:00Z") Instant at) {}

  /** An internal note. */
  record NoteShown(
      @Say(value = "What it says.", example = "Carrier says: lost.") String words,
      @Say("Who wrote it; null for a program.") @Nullable Long personId,
      @Say(value = "When.", example = "2026-05-12T13:09:00Z") Instant at) {}

  /** A call. */
  record PhoneCallShown(
      @Say(value = "in when they called, out when we did.", example = "out") String direction,
      @Say("How long; null when nobody said.") @Nullable Integer minutes,
      @Say(value = "What was said.", example = "She would rather have her money back.")
          String words,
      @Say("Who made or took it; null for a program.") @Nullable Long personId,
      @Say(value = "When it was written down.", example = "2026-05-12T13:30:00Z") Instant at) {}

  /** Somebody was hurt or something damaged. */
  record HarmShown(
      @Say(value = "What happened.", example = "The handle broke.") String happened,
      @Say("Who was hurt, and how; empty when nobody was.") String injury,
      @Say("What was damaged; empty when nothing was.") String damage,
      @Say("Whether the danger was still there.") boolean danger,
      @Say("Who reported it.") @Nullable Long personId,
      @Say(value = "When.", example = "2026-05-12T13:09:00Z") Instant at) {
    static HarmShown of(Harm.Report report) {
      Harm harm = report.harm();
      return new HarmShown(
          harm.happened(),
          harm.injury(),
          harm.damage(),
          harm.danger(),
          report.reportedBy(),
          report.reportedAt());
    }
  }

  /** The settlement that stands. */
  record SettledJson(
      @Say("How it ended.") Outcome outcome,
      @Say(value = "What was done.", example = "A new jug was sent.") String done,
      @Say("Why it was refused; null unless it was.") @Nullable String reasons,
      @Say("Where the customer can turn when it was refused.") @Nullable String turnTo,
      @Say("Who has it now; null unless it was forwarded.") @Nullable String forwardedTo,
      @Say("Who settled it; null for a program.") @Nullable Long personId,
      @Say(value = "When.", example = "2026-05-13T09:00:00Z") Instant at) {}

  /** A look back, or a try of one. */
  record FollowedUpJson(
      @Say(value = "right, not_right or no_answer.", example = "right") String result,
      @Say(value = "What they said; empty when nobody answered.", example = "All is well.")
          String words,
      @Say("Who asked; null when the customer said so unasked, or for a program.")
          @Nullable Long personId,
      @Say(value = "When.", example = "2026-05-14T09:00:00Z") Instant at) {}

  static CaseFileJson of(
      CaseFile file,
      List<String> tags,
      List<FieldValue> fields,
      @Nullable String country,
      Viewer by) {
    boolean messages = by.scopes() == null || by.scopes().contains("messages:read");
    CaseFile.Told told = file.told();
    return new CaseFileJson(
        CaseJson.of(new CaseList.Listed(file.matter(), next(file), tags), fields),
        file.promises().stream().map(p -> PromiseJson.of(p)).toList(),
        told.statements().stream()
            .map(s -> new StatementJson(s.side(), s.who(), s.words(), s.at()))
            .toList(),
        messages ? file.messages().stream().map(MessageJson::of).toList() : null,
        told.notes().stream().map(n -> new NoteShown(n.words(), person(n.by()), n.at())).toList(),
        messages ? told.calls().stream().map(CaseFileJson::call).toList() : null,
        settled(file),
        file.ended().followUps().stream()
            .map(f -> new FollowedUpJson(f.result(), f.words(), person(f.by()), f.at()))
            .toList(),
        told.harms().stream().map(HarmShown::of).toList(),
        country);
  }

  private static PhoneCallShown call(CaseFile.Call c) {
    return new PhoneCallShown(c.direction(), c.minutes(), c.words(), person(c.by()), c.at());
  }

  private static @Nullable SettledJson settled(CaseFile file) {
    CaseFile.Settlement s = file.settlement();
    return s == null
        ? null
        : new SettledJson(
            s.outcome(),
            s.done(),
            s.reasons(),
            s.turnTo(),
            s.forwardedTo(),
            person(s.by()),
            s.at());
  }

  private static @Nullable Long person(long by) {
    return by > 0 ? by : null;
  }

  private static @Nullable String next(CaseFile file) {
    Case matter = file.matter();
    return file.promises().stream()
        .filter(p -> Objects.equals(p.id(), matter.nextPromiseId()))
        .map(Promise::words)
        .findFirst()
        .orElse(null);
  }
}
