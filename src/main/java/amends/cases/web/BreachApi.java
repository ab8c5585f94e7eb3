package amends.cases.web;

import amends.cases.Breach;
import amends.cases.Breaches;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Say;
import amends.shared.api.Sent;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Guarantees",
    about =
        "What is promised to everybody: the published catalogue, with its scope and with what happens"
            + " if it is not kept.")
final class BreachApi {
  private final Breaches breaches;
  private final Posts posts;

  BreachApi(Breaches breaches, Posts posts) {
    this.breaches = breaches;
    this.posts = posts;
  }

  /** A standing promise that was not kept. */
  record BreachJson(
      @Say(value = "Our number of it.", example = "4") long id,
      @Say(value = "The standing promise.", example = "2") long guaranteeId,
      @Say(value = "Our number of the customer.", example = "17") long customerId,
      @Say("The case that it stands in; null where there is none.") @Nullable Long caseId,
      @Say("The promise that was broken; null where a colleague noted it.")
          @Nullable Long promiseId,
      @Say(value = "What happens then.", example = "We ring you, and you get ten pounds.")
          String ifNot,
      @Say(value = "When it was noted.", example = "2026-05-12T13:07:00Z") Instant notedAt,
      @Say("The remedy that is proposed, by its code; null for none.") @Nullable String remedyCode,
      @Say("How much of it; null where it has a price.") RemedyJsons.@Nullable MoneyJson amount,
      @Say(value = "none, ring or write.", example = "ring") String step,
      @Say("granted, done or not_due; null while nothing has come of it.") @Nullable String answer,
      @Say("When that was; null while nothing has come of it.") @Nullable Instant answeredAt,
      @Say("What was given; null where no grant says it.") @Nullable Long grantId) {
    static BreachJson of(Breach b) {
      Breach.Answer answer = b.answer();
      var amount = b.proposal().amount();
      return new BreachJson(
          b.id(),
          b.guarantee().id(),
          b.customerId(),
          b.caseId(),
          b.promiseId(),
          b.guarantee().ifNot(),
          b.notedAt(),
          b.proposal().remedyCode(),
          amount == null ? null : RemedyJsons.MoneyJson.of(amount),
          b.proposal().step().code(),
          answer == null ? null : answer.code(),
          b.answeredAt(),
          b.grantId());
    }
  }

  /** Which of them. */
  record BreachFilter(
      @Say(value = "Of this standing promise.", example = "2") @Nullable Long guaranteeId,
      @Say(value = "In this case.", example = "1001") @Nullable Long caseId,
      @Say(value = "Towards this customer, by our number.", example = "17")
          @Nullable Long customerId,
      @Say("Only those of which nothing has come yet.") @Nullable Boolean open) {}

  /** What came of it. */
  record BreachAnswerJson(
      @Say(
              value = "done: what happens then was done in another way; not_due: it was not owed.",
              example = "done",
              oneOf = {"done", "not_due"})
          String answer,
      @Say(
              value = "What was done, or why it was not owed.",
              example = "Rang her the same day.",
              least = 1,
              most = 500)
          String reason) {}

  @Operation(
      name = "list_breaches",
      does = "List standing promises that were not kept",
      more =
          "Noted by itself when a promise that one covers was broken, and by colleagues; in the order"
              + " in which they were noted, as far as the token reaches.",
      scope = "promises:read")
  @GetMapping("/api/v1/breaches")
  Items<BreachJson> breaches(Asked<BreachFilter> asked, Viewer by) {
    BreachFilter f = asked.filters();
    return asked.page(
        breaches.all(
            new Breaches.Wanted(
                f.guaranteeId(),
                f.caseId(),
                f.customerId(),
                Boolean.TRUE.equals(f.open()),
                false,
                asked.afterId(),
                asked.most()),
            by),
        b -> Place.of(b.id()),
        BreachJson::of);
  }

  @Operation(
      name = "answer_breach",
      does = "Say what came of a standing promise that was not kept",
      more =
          "Where a remedy is proposed, granting it in the case says so by itself; this is for the"
              + " rest.",
      scope = "promises:write")
  @PostMapping("/api/v1/breaches/{id}/answer")
  Reply<BreachJson> answer(
      @PathVariable long id, ApiCall call, Sent<BreachAnswerJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          BreachAnswerJson said = sent.body();
          breaches.answer(
              id, Breach.Answer.valueOf(said.answer().toUpperCase(Locale.ROOT)), said.reason(), by);
          return Reply.Done.ok(BreachJson.of(breaches.see(id, by)));
        });
  }
}
