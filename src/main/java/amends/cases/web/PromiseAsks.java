package amends.cases.web;

import amends.cases.CaseList;
import amends.cases.Word;
import amends.shared.Subject;
import amends.shared.api.ApiProblem;
import amends.shared.api.Say;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What programs may ask and send about promises. */
final class PromiseAsks {
  private PromiseAsks() {}

  /** Which promises. */
  record PromiseFilter(
      @Say("What became of them.") CaseList.@Nullable Fate state,
      @Say(value = "Of this case.", example = "1001") @Nullable Long caseId,
      @Say(value = "Our number of the customer.", example = "17") @Nullable Long customerId,
      @Say(
              value = "Of this kind.",
              example = "contact",
              oneOf = {"answer", "contact", "follow_up", "look"})
          @Nullable String kind,
      @Say(value = "The person who answers for them.", example = "7") @Nullable Long ownerId,
      @Say(value = "Due before this.", example = "2026-05-13T00:00:00Z")
          @Nullable Instant dueBefore,
      @Say(value = "Due at this moment or later.", example = "2026-05-12T00:00:00Z")
          @Nullable Instant dueSince) {}

  /** A move: the customer hears of it. */
  record MoveJson(
      @Say(
              value = "By when now; later than it was promised.",
              example = "2026-05-13T15:00:00Z",
              refusedAs = {"by", "due"})
          Instant dueAt,
      @Say(
              value = "Why, as the customer reads it; needed unless they were told in a call.",
              example = "The carrier comes a day later.",
              most = 2000)
          @Nullable String why,
      @Say(
              value = "What you offer instead.",
              example = "You can fetch it in the shop.",
              most = 2000)
          @Nullable String instead,
      @Say(
              value =
                  "The call in which they were told, as the list of evidence names it; they are"
                      + " written to when it is left out.",
              refusedAs = "told")
          @Nullable String toldIn) {}

  /** The customer agreed to another moment. */
  record AgreementJson(
      @Say(
              value = "By when now.",
              example = "2026-05-13T15:00:00Z",
              refusedAs = {"by", "due"})
          Instant dueAt,
      @Say(
              value = "Where they said so, as the list of evidence names it.",
              example = "message:88",
              least = 1,
              refusedAs = "word")
          String saidIn) {}

  /** The customer released us. */
  record ReleaseJson(
      @Say(
              value = "Where they said so, as the list of evidence names it.",
              example = "message:88",
              least = 1,
              refusedAs = "word")
          String saidIn) {}

  /** One thing that was said since the promise was made. */
  record WordJson(
      @Say(value = "What to name as evidence.", example = "message:88") String evidence,
      @Say(value = "When it was said.", example = "2026-05-12T13:40:00Z") Instant at,
      @Say(value = "Its beginning.", example = "Tomorrow is fine with me.") String said) {
    static WordJson of(Word word) {
      return new WordJson(word.what().kind() + ":" + word.what().id(), word.at(), word.said());
    }
  }

  /** What a program has named as evidence. */
  static Subject evidence(String field, String said) {
    if (!said.matches("(message|call|statement):\\d{1,18}")) {
      throw ApiProblem.invalid(field, "cases.api.evidence");
    }
    String[] parts = said.split(":", -1);
    return Subject.of(parts[0], Long.parseLong(parts[1]));
  }
}
