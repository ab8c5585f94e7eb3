package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseList;
import amends.cases.FieldValue;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as programs read one. */
record CaseJson(
    @Say(value = "Its number, as people say it.", example = "1001") long id,
    @Say("How far it is.") CaseList.State state,
    @Say(value = "What it is about, in a line.", example = "The jug arrived broken") String subject,
    @Say(value = "What happened, in short; may be empty.", example = "It was in two pieces.")
        String happened,
    @Say(value = "What the customer asks for; null when they did not say.", example = "A new jug")
        @Nullable String asks,
    @Say("How the customer feels, as a colleague reads it: angry, afraid, letdown, calm, relieved.")
        @Nullable String mood,
    @Say(value = "How we heard of it.", example = "phone") String channel,
    @Say(value = "Our number of the customer.", example = "17") long customerId,
    @Say(value = "The brand that it is about.", example = "1") long brandId,
    @Say(value = "The team in whose queue it is.", example = "1") long teamId,
    @Say("The person who owns it; null when its team does.") @Nullable Long ownerId,
    @Say("Our number of the order that it is about.") @Nullable Long orderId,
    @Say("Our number of the unit that it is about.") @Nullable Long unitId,
    @Say(value = "Its tags, by name.", example = "glaze") List<String> tags,
    @Say("What happens next; null once closed.") @Nullable NextMomentJson next,
    @Say("For whom we wait; null when it is our turn.") @Nullable String waiting,
    @Say(value = "When it was opened.", example = "2026-05-12T13:07:00Z") Instant openedAt,
    @Say("Since when a promise in it is broken that nobody has made good.")
        @Nullable Instant brokenAt,
    @Say("When it was settled; null while it is not.") @Nullable Instant settledAt,
    @Say("When it was closed; null while it is open.") @Nullable Instant closedAt,
    @Say("What stands in the fields of the house; empty ones are left out.")
        List<FieldValueJson> fields) {

  /** A field with what stands in it. */
  record FieldValueJson(
      @Say(value = "The field's key.", example = "batch") String key,
      @Say(
              value =
                  "As text: 12.5 for a number, 2026-05-14 for a day, yes or no, a choice by its name, an"
                      + " order or a unit by its number.",
              example = "L-204")
          String value,
      @Say(
              value = "Our number of the order or unit that it leads to; null for other kinds.",
              example = "7")
          @Nullable Long leadsTo) {
    static FieldValueJson of(FieldValue v) {
      return new FieldValueJson(
          v.field().key(), v.value(), v.leads() == null ? null : v.leads().id());
    }
  }

  /** The next moment: every open case has one. */
  record NextMomentJson(
      @Say(value = "Our number of the promise.", example = "41") long promiseId,
      @Say(value = "What is promised.", example = "We call you about the new jug.") String words,
      @Say(value = "By when.", example = "2026-05-12T15:00:00Z") Instant dueAt) {}

  static CaseJson of(CaseList.Listed listed, List<FieldValue> fields) {
    Case c = listed.matter();
    Long promise = c.nextPromiseId();
    Instant due = c.nextDueAt();
    String words = listed.next();
    return new CaseJson(
        c.id(),
        CaseList.State.of(c),
        c.subject(),
        c.happened(),
        c.asks(),
        c.mood(),
        c.channel(),
        c.customerId(),
        c.brandId(),
        c.teamId(),
        c.ownerId(),
        c.orderId(),
        c.unitId(),
        listed.tags(),
        promise == null || due == null || words == null
            ? null
            : new NextMomentJson(promise, words, due),
        c.waiting(),
        c.openedAt(),
        c.brokenAt(),
        c.settledAt(),
        c.closedAt(),
        fields.stream().filter(v -> !v.empty()).map(v -> FieldValueJson.of(v)).toList());
  }
}
