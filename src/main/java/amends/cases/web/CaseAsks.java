package amends.cases.web;

import amends.cases.CaseList;
import amends.cases.Draft;
import amends.cases.Outcome;
import amends.customers.Channel;
import amends.messages.Direction;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs may send about cases. */
final class CaseAsks {
  private static final int LONG = 20_000;

  private CaseAsks() {}

  /** A case to be opened. */
  record NewCaseJson(
      @Say(value = "Our number of the customer; else give the other.", example = "17")
          @Nullable Long customerId,
      @Say(value = "The customer's number in your system.", example = "C-20417", most = 100)
          @Nullable String customerExternalId,
      @Say(value = "What it is about, in a line.", example = "The jug arrived broken", least = 1)
          String subject,
      @Say(
              value = "How we heard of it; ourselves when the customer does not know yet.",
              example = "phone",
              oneOf = {"phone", "email", "letter", "shop", "ourselves"})
          String channel,
      @Say(
              value = "What happened, in the customer's words: their statement.",
              example = "It was in two pieces.",
              least = 1,
              most = LONG,
              refusedAs = "happened")
          String statement,
      @Say(value = "What the customer asks for.", example = "A new jug", most = 500)
          @Nullable String asks,
      @Say(value = "The order's number, as the customer sees it.", example = "A-1001", most = 100)
          @Nullable String order,
      @Say(value = "The unit's serial number.", example = "SN 1044-20", most = 100)
          @Nullable String unit,
      @Say(value = "Who owns it: team:2 or person:7.", example = "team:1", least = 1) String owner,
      @Say("What happens next: every case has a next moment.") PromisedJson next,
      @Say(value = "What stands in the fields of the house.", most = 60)
          @Nullable List<FilledJson> fields) {}

  /** What stands in a field of the house. */
  record FilledJson(
      @Say(value = "The field's key; they are listed at /fields.", example = "batch", least = 1)
          String key,
      @Say(value = "As text; empty leaves nothing in it.", example = "L-204", most = 2000)
          String value) {}

  /** Fields to be filled; others stay as they are. */
  record FillingJson(@Say(value = "Each once.", least = 1, most = 60) List<FilledJson> fields) {}

  /** What is promised, and by when. */
  record PromisedJson(
      @Say(
              value = "What happens, as the customer reads it.",
              example = "We call you about the new jug.",
              least = 1,
              most = 500,
              refusedAs = {"next", "words"})
          String words,
      @Say(
              value = "By when; ahead.",
              example = "2026-05-12T15:00:00Z",
              refusedAs = {"by", "due"})
          Instant dueAt) {}

  /** A reply to the customer, by e-mail; the token's name signs it. */
  record ReplyJson(
      @Say(
              value = "What to say; greeting, next moment and name are added.",
              example = "A new jug is on its way.",
              least = 1,
              most = LONG)
          String text,
      @Say("What happens next; needed unless nothing more does.") @Nullable PromisedJson next,
      @Say("True for: nothing more, unless they write.") @Nullable Boolean nothingMore,
      @Say(
              "Why it is said to somebody who wants to hear only when something changes: usual for an"
                  + " answer, change, or duty.")
          Draft.@Nullable Purpose purpose,
      @Say(
              value =
                  "Numbers of promised words that this keeps. A word promised anew for another moment is moved, and a call that they made keeps none, unless it stands here.",
              most = 20)
          @Nullable List<Long> settles) {}

  /** An internal note, never sent. */
  record NoteJson(
      @Say(
              value = "What colleagues should know.",
              example = "Carrier says: lost.",
              least = 1,
              most = LONG)
          String text) {}

  /** What may change of a case. What is left out stays. */
  record CaseChangeJson(
      @Say(
              value = "What the customer asks for; null empties it.",
              example = "A new jug",
              most = 500)
          @Nullable String asks,
      @Say(
              value = "How the customer feels; null when nobody can say any more.",
              example = "calm",
              oneOf = {"angry", "afraid", "letdown", "calm", "relieved"})
          @Nullable String mood,
      @Say(
              value = "The order's number, as the customer sees it; null for none.",
              example = "A-1001",
              most = 100)
          @Nullable String order,
      @Say(value = "The unit's serial number; null for none.", example = "SN 1044-20", most = 100)
          @Nullable String unit,
      @Say(
              value =
                  "In which country it is, ISO 3166, two letters; null for what its order, its"
                      + " unit or the customer tells.",
              example = "GB",
              least = 2,
              most = 2)
          @Nullable String country,
      @Say(value = "These tags and no others.", example = "glaze", most = 20)
          @Nullable List<String> tags) {}

  /** One side's telling of what happened. */
  record NewStatementJson(
      @Say(
              value = "Whose.",
              example = "customer",
              oneOf = {"customer", "colleague"},
              refusedAs = "teller")
          String side,
      @Say(value = "Who tells it.", example = "Ruth Adeyemi", least = 1) String who,
      @Say(value = "In their words.", example = "It was in two pieces.", least = 1, most = LONG)
          String words) {}

  /** A call that was made or taken. */
  record PhoneCallJson(
      @Say(
              value = "in when they called, out when we did.",
              example = "out",
              oneOf = {"in", "out"})
          String direction,
      @Say(value = "How long, in minutes; at most 600.", example = "4", least = 0)
          @Nullable Integer minutes,
      @Say(
              value = "What was said.",
              example = "She would rather have her money back.",
              least = 1,
              most = LONG)
          String words,
      @Say("What happens next, as it was said on the phone; needed unless nothing more does.")
          @Nullable PromisedJson next,
      @Say("True for: nothing more, unless they write.") @Nullable Boolean nothingMore,
      @Say(
              value =
                  "Numbers of promised words that this keeps. A word promised anew for another moment is moved, and a call that they made keeps none, unless it stands here.",
              most = 20)
          @Nullable List<Long> settles) {}

  /** Whose it is from now on. */
  record HandOverJson(
      @Say(value = "team:2 or person:7.", example = "team:1", least = 1) String owner,
      @Say(value = "A word for them.", example = "Needs the workshop.", most = 2000)
          @Nullable String words) {}

  /** How it ends. */
  record SettlementJson(
      @Say("How it ended.") Outcome outcome,
      @Say(
              value = "What was done, in words that the customer could read.",
              example = "A new jug was sent.",
              least = 1,
              most = LONG)
          String done,
      @Say(value = "Why it was refused.", most = LONG) @Nullable String reasons,
      @Say(value = "Where the customer can turn when it was refused.", most = 2000)
          @Nullable String turnTo,
      @Say("The case that stands for a duplicate.") @Nullable Long survivor,
      @Say(value = "Who has it now, when it was forwarded.", most = 500)
          @Nullable String forwardedTo,
      @Say(
              value = "When somebody asks whether it is right; needed unless it is a duplicate.",
              example = "2026-05-13T13:07:00Z",
              refusedAs = {"follow_up", "due"})
          @Nullable Instant followUpAt,
      @Say("How they are asked; as they prefer when it is left out.")
          @Nullable Channel followUpBy) {}

  /** What the customer says after it was settled, or that nobody answered. */
  record FollowUpSent(
      @Say(
              value = "Whether it is right; no_answer counts as a try.",
              example = "right",
              oneOf = {"right", "not_right", "no_answer"})
          String result,
      @Say("How they were asked; by e-mail when it is left out.") @Nullable Channel channel,
      @Say(
              value = "What they said; needed unless nobody answered.",
              example = "All is well, thank you.",
              most = LONG)
          @Nullable String words,
      @Say("What happens next, when it is not right: the case is taken up again with it.")
          @Nullable PromisedJson next) {}

  /** Why it is taken up again, and what happens next. */
  record ReopeningJson(
      @Say(value = "Why.", example = "The second jug is chipped too.", least = 1, most = 2000)
          String why,
      @Say("What happens next: every open case has a next moment.") PromisedJson next) {}

  /** Which cases. */
  record CaseFilter(
      @Say("How far they are.") CaseList.@Nullable State state,
      @Say(value = "person:7, or nobody.", example = "person:7") @Nullable String owner,
      @Say(value = "In this team's queue.", example = "1") @Nullable Long teamId,
      @Say(value = "Our number of the customer.", example = "17") @Nullable Long customerId,
      @Say(value = "Of this brand.", example = "1") @Nullable Long brandId,
      @Say(value = "About this order, by our number.", example = "9") @Nullable Long orderId,
      @Say(value = "About this unit, by our number.", example = "12") @Nullable Long unitId,
      @Say(value = "With this tag.", example = "glaze") @Nullable String tag,
      @Say("With or without a broken promise that nobody has made good.") @Nullable Boolean broken,
      @Say(value = "The next moment lies before this.", example = "2026-05-12T15:00:00Z")
          @Nullable Instant dueBefore,
      @Say(
              value = "Something was said, promised or done in it at this moment or later.",
              example = "2026-05-12T00:00:00Z")
          @Nullable Instant updatedSince,
      @Say(
              value =
                  "A field of the house and what stands in it: a part of a text, a choice, a number, a"
                      + " day, yes or no; 100..200 for a span, nothing for whatever is there.",
              example = "batch:L-204")
          @Nullable String field) {}

  /** Which messages of a case. */
  record MessageFilter(
      @Say("From the customer or to them.") @Nullable Direction direction,
      @Say(value = "Said at this moment or later.", example = "2026-05-12T00:00:00Z")
          @Nullable Instant since) {}

  /** No filters. */
  record NoFilter() {}

  /** Which view of the queue. */
  record WorkFilter(
      @Say(
              value = "mine needs person_id, team needs team_id.",
              example = "team",
              oneOf = {"mine", "team", "unowned", "soon", "broken", "all"})
          String view,
      @Say(value = "Whose.", example = "7") @Nullable Long personId,
      @Say(value = "Of which team.", example = "1") @Nullable Long teamId,
      @Say(value = "Only cases of this brand.", example = "1") @Nullable Long brandId,
      @Say(value = "Only cases with this tag.", example = "glaze") @Nullable String tag,
      @Say(
              value = "Only those that wait: for anybody, for nobody, or for whom.",
              example = "carrier",
              oneOf = {
                "any",
                "none",
                "customer",
                "carrier",
                "insurer",
                "supplier",
                "court",
                "colleague"
              })
          @Nullable String waiting) {}
}
