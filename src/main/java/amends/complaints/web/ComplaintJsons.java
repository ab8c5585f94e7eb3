package amends.complaints.web;

import amends.complaints.Clock;
import amends.complaints.Complaint;
import amends.complaints.Complaint.Outcome;
import amends.complaints.Letter;
import amends.complaints.PartRule;
import amends.shared.Money;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formal complaints as programs read and send them. */
final class ComplaintJsons {
  private static final int LONG = 20_000;

  private ComplaintJsons() {}

  /** What is paid. */
  record RedressJson(
      @Say(
              value = "In minor units: 1299 is 12.99 of a currency with two digits.",
              example = "4000",
              least = 0)
          long minor,
      @Say(value = "ISO 4217.", example = "GBP", least = 3, most = 3, refusedAs = "currency")
          String currency) {
    static @Nullable RedressJson of(@Nullable Money money) {
      return money == null ? null : new RedressJson(money.minor(), money.currency());
    }
  }

  /** A case that is to be held as a formal complaint. */
  record NewComplaintJson(
      @Say(
              value = "When it reached us, whoever took it; every clock counts from then.",
              example = "2026-05-12T13:07:00Z",
              refusedAs = "received")
          Instant receivedAt,
      @Say(
              value = "How it came.",
              example = "written",
              oneOf = {"written", "oral"})
          String way,
      @Say(value = "What they want; may be empty.", example = "Her money back", most = 2_000)
          String wants,
      @Say(
              value = "Why the rules hold for them.",
              example = "A consumer who bought from us",
              least = 1,
              most = 2_000)
          String eligible,
      @Say(
              value = "The codes of the rules that it is held by: those that are switched on.",
              example = "[\"disp\"]",
              least = 1,
              most = 20,
              refusedAs = "regimes")
          List<String> rules,
      @Say("Whether we knew them to be vulnerable.") @Nullable Boolean vulnerable,
      @Say("Whether it is about our not having answered to that.") @Nullable Boolean unmetNeed) {}

  /** Who looks into it. */
  record AssignJson(
      @Say(
              value = "Somebody who had no hand in it before it came.",
              example = "7",
              refusedAs = "investigator")
          long personId) {}

  /** Somebody who may look into it. */
  record InvestigatorJson(
      @Say(value = "The person.", example = "7") long id,
      @Say(value = "Their name.", example = "Tom Okafor") String name) {}

  /** What was decided. */
  record DecideJson(
      @Say(value = "Whose decision it is: the investigator's.", example = "7") long investigatorId,
      @Say(
              value = "What is decided.",
              example = "upheld",
              oneOf = {"upheld", "partly_upheld", "not_upheld"})
          String outcome,
      @Say(
              value = "What was found, and why; it stands in the final response.",
              example = "The second charge was a mistake of ours.",
              least = 1,
              most = LONG)
          String findings,
      @Say("What is paid; left out when nothing is.") @Nullable RedressJson redress) {
    Outcome of() {
      return Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
    }
  }

  /** What the complainant said. */
  record SaidJson(
      @Say(value = "Their words, taken down.", example = "That settles it.", least = 1, most = LONG)
          String said) {}

  /** Where they took it. */
  record ReferJson(
      @Say(
              value = "The scheme, the ombudsman or the court.",
              example = "Financial Ombudsman Service",
              least = 1,
              most = 300)
          String to,
      @Say(value = "Their reference, or what was decided there.", most = 2_000)
          @Nullable String reference) {}

  /** What happens next. */
  record NextJson(
      @Say(value = "What.", example = "you have our decision", least = 1, most = 500) String words,
      @Say(
              value = "By when.",
              example = "2026-06-01T15:00:00Z",
              refusedAs = {"due", "by"})
          Instant dueAt) {}

  /** A letter to be sent. */
  record SendLetterJson(
      @Say(
              value = "Its words. What the rules ask for must stand in them.",
              example = "This is our final response to your complaint. …",
              least = 1,
              most = LONG)
          String text,
      @Say("What happens next; else say that nothing more comes.") @Nullable NextJson next,
      @Say("Nothing more comes unless they write.") @Nullable Boolean nothingMore) {}

  /** A part that a letter must have. */
  record PartJson(
      @Say(value = "Its code.", example = "ombudsman") String code,
      @Say(value = "What it is.", example = "the address of the ombudsman") String name,
      @Say("It is there when one of these stands in the letter.") List<String> words) {
    static PartJson of(PartRule part, String name) {
      return new PartJson(part.code(), name, List.copyOf(part.words()));
    }
  }

  /** Words to begin a letter with. */
  record PreparedJson(
      @Say(value = "Which letter.", example = "final-response") String kind,
      @Say("Words to begin with; they have every part that the rules ask for.") String text,
      @Say("What must stand in it.") List<PartJson> parts) {}

  /** A letter that was written. */
  record LetterJson(
      @Say(value = "Which letter.", example = "final-response") String kind,
      @Say(value = "The message that carries it.", example = "88") long messageId,
      @Say(value = "When it was written.", example = "2026-05-12T13:07:00Z") Instant writtenAt) {
    static LetterJson of(Letter letter) {
      return new LetterJson(letter.kind().code(), letter.messageId(), letter.writtenAt());
    }
  }

  /** Something that is owed by the rules, or may still be sent. */
  record ObligationJson(
      @Say(value = "The code of the rule.", example = "disp.final") String rule,
      @Say(value = "The rules that it stands in.", example = "disp") String regime,
      @Say(value = "What has to be sent.", example = "Final response") String words,
      @Say(value = "From when it counts.", example = "2026-05-12T13:07:00Z") Instant beganAt,
      @Say(value = "By when it is due.", example = "2026-07-07T16:00:00Z") Instant dueAt,
      @Say(
              value =
                  "runs (owed), going (on its way), kept, late, broken, withdrawn; window (may still"
                      + " be sent) or shut.",
              example = "runs")
          String state,
      @Say("The promise that guards it; null for a window, which nothing is owed by.")
          @Nullable Long promiseId) {
    static ObligationJson of(Clock clock, String words, Instant now) {
      var promise = clock.promise();
      return new ObligationJson(
          clock.rule(),
          clock.regime(),
          words,
          clock.began(),
          clock.dueAt(),
          ClockState.of(clock, now),
          promise == null ? null : promise.id());
    }
  }

  /** What came of it. */
  record DecisionJson(
      @Say(value = "What is decided.", example = "upheld") String outcome,
      @Say("What was found, and why it is decided so.") String findings,
      @Say("What is paid; null when nothing is.") @Nullable RedressJson redress,
      @Say(value = "When.", example = "2026-05-20T13:07:00Z") Instant at) {
    static @Nullable DecisionJson of(Complaint.@Nullable Decision decision) {
      return decision == null
          ? null
          : new DecisionJson(
              decision.outcome().code(),
              decision.findings(),
              RedressJson.of(decision.redress()),
              decision.at());
    }
  }

  /** A formal complaint with everything that is owed by its rules. */
  record HeldJson(
      @Say(value = "The case.", example = "1001") long caseId,
      @Say(value = "When it reached us.", example = "2026-05-12T13:07:00Z") Instant receivedAt,
      @Say(value = "written or oral.", example = "written") String way,
      @Say("What they want; may be empty.") String wants,
      @Say("Why the rules hold for them.") String eligible,
      @Say("Whether we knew them to be vulnerable.") boolean vulnerable,
      @Say("Whether it is about our not having answered to that.") boolean unmetNeed,
      @Say(value = "The codes of the rules.", example = "[\"disp\"]") List<String> rules,
      @Say(
              value =
                  "How its acknowledgement stands: runs, going, kept, late, broken, withdrawn; null"
                      + " where no rule asks for one.",
              example = "kept")
          @Nullable String acknowledgement,
      @Say("Who looks into it; null until there is somebody.") @Nullable Long investigatorId,
      @Say("What was decided; null until it is.") @Nullable DecisionJson decision,
      @Say("When they said that it is resolved for them; null while they did not.")
          @Nullable Instant acceptedAt,
      @Say("Where they took it; null while they did not.") @Nullable String referredTo,
      @Say("What is owed by the rules, the earliest due first.") List<ObligationJson> obligations,
      @Say("What was written under the rules, the oldest first.") List<LetterJson> letters) {}
}
