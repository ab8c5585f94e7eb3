package amends.cases.web;

import amends.cases.Condition;
import amends.cases.Conditions;
import amends.cases.web.CaseAsks.NoFilter;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Conditions",
    about =
        "Promises that begin with something from outside, such as a delivery. The customer was told"
            + " what they wait for; your systems say when it has come.")
final class ConditionApi {
  private final Conditions conditions;
  private final Posts posts;

  ConditionApi(Conditions conditions, Posts posts) {
    this.conditions = conditions;
    this.posts = posts;
  }

  /** A promise that begins with something. */
  record ConditionJson(
      @Say(value = "Our number of it.", example = "3") long id,
      @Say(value = "The case.", example = "1001") long caseId,
      @Say(value = "What it begins with.", example = "your parcel has arrived") String waitsFor,
      @Say(value = "What is promised then.", example = "We ring you") String words,
      @Say(value = "How long after it.", example = "5") int amount,
      @Say(value = "hours, days or working_days.", example = "days") String unit,
      @Say("When it came; null while it waits.") @Nullable Instant metAt,
      @Say("The promise that it became; null while it waits.") @Nullable Long promiseId) {
    static ConditionJson of(Condition c) {
      return new ConditionJson(
          c.id(),
          c.caseId(),
          c.waitsFor(),
          c.words(),
          c.after().amount(),
          c.after().unit().code(),
          c.metAt(),
          c.promiseId());
    }
  }

  /** It has come. */
  record MetJson(
      @Say(value = "When; not in the future.", example = "2026-05-12T15:00:00Z", refusedAs = "at")
          Instant at) {}

  @Operation(
      name = "list_conditions",
      does = "List what promises of a case wait for",
      scope = "promises:read")
  @GetMapping("/api/v1/cases/{id}/conditions")
  Items<ConditionJson> conditions(@PathVariable long id, Asked<NoFilter> asked, Viewer by) {
    List<Condition> behind =
        conditions.of(id, by).stream()
            .filter(c -> c.id() > asked.afterId())
            .limit(asked.most())
            .toList();
    return asked.page(behind, c -> Place.of(c.id()), ConditionJson::of);
  }

  @Operation(
      name = "meet_condition",
      does = "Say that what a promise waits for has come",
      more = "Its clock starts. Answers with the condition and the promise that it became.",
      scope = "promises:write")
  @PostMapping("/api/v1/cases/{id}/conditions/{condition}/met")
  Reply<ConditionJson> met(
      @PathVariable long id,
      @PathVariable long condition,
      ApiCall call,
      Sent<MetJson> sent,
      Viewer by) {
    return posts.once(
        call,
        () -> {
          conditions.met(id, condition, sent.body().at(), by);
          return Reply.Done.ok(
              conditions.of(id, by).stream()
                  .filter(c -> c.id() == condition)
                  .map(ConditionJson::of)
                  .findFirst()
                  .orElseThrow());
        });
  }
}
