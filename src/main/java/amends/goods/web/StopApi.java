package amends.goods.web;

import amends.goods.NewStop;
import amends.goods.StopMark;
import amends.goods.StopMarks;
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
    title = "Stop marks",
    about =
        "What must not leave any more: a product, a lot or one unit. From the moment it is set"
            + " nothing of it is promised or sent.")
final class StopApi {
  private final StopMarks stops;
  private final Posts posts;

  StopApi(StopMarks stops, Posts posts) {
    this.stops = stops;
    this.posts = posts;
  }

  /** Which marks are listed. */
  record StopFilter(@Say("Only those that stand.") @Nullable Boolean stands) {}

  /** A stop mark to be set. */
  record NewStopJson(
      @Say(value = "The product's number in your system.", example = "JUG-1", most = 100)
          String product,
      @Say(value = "Only this lot.", example = "L-77", least = 1, most = 100) @Nullable String lot,
      @Say(value = "Only this serial number.", least = 1, most = 100) @Nullable String serial,
      @Say(
              value = "Why.",
              example = "failure",
              oneOf = {"danger", "failure", "recall", "inspection"})
          String reason,
      @Say(value = "What is wrong.", example = "The handle breaks off.", least = 1, most = 2000)
          String words,
      @Say(value = "What says so.", example = "Test report 26-114", least = 1, most = 500)
          String evidence) {}

  /** Why it may leave again. */
  record LiftJson(
      @Say(value = "Why it may leave again.", example = "Tested again.", least = 1, most = 2000)
          String words) {}

  /** A stop mark. */
  record StopJson(
      @Say(value = "Our number of it.", example = "5") long id,
      @Say(value = "product, lot or unit.", example = "lot") String of,
      @Say(value = "Our number of that.", example = "9") long ofId,
      @Say(value = "How people call it.", example = "Water jug, lot L-77") String name,
      @Say(value = "danger, failure, recall or inspection.", example = "failure") String reason,
      @Say("What is wrong.") String words,
      @Say("What says so.") String evidence,
      @Say(value = "When it was set.", example = "2026-05-12T13:07:00Z") Instant setAt,
      @Say("When it was lifted; null while it stands.") @Nullable Instant liftedAt,
      @Say("Why it may leave again.") @Nullable String liftedBecause) {
    static StopJson of(StopMark mark) {
      StopMark.Lift lift = mark.lift();
      return new StopJson(
          mark.id(),
          mark.of().kind(),
          mark.of().id(),
          mark.name(),
          mark.reason().code(),
          mark.words(),
          mark.evidence(),
          mark.setAt(),
          lift == null ? null : lift.at(),
          lift == null ? null : lift.words());
    }
  }

  @Operation(
      name = "list_stop_marks",
      does = "List stop marks",
      more = "By number.",
      scope = "goods:read")
  @GetMapping("/api/v1/stop-marks")
  Items<StopJson> list(Asked<StopFilter> asked) {
    List<StopMark> found = stops.behind(asked.afterId(), asked.filters().stands(), asked.most());
    return asked.page(found, mark -> Place.of(mark.id()), StopJson::of);
  }

  @Operation(
      name = "set_stop_mark",
      does = "Stop a product, a lot or a unit",
      scope = "goods:write",
      status = 201)
  @PostMapping("/api/v1/stop-marks")
  Reply<StopJson> set(ApiCall call, Sent<NewStopJson> sent, Viewer by) {
    NewStopJson said = sent.body();
    return posts.once(
        call,
        () ->
            Reply.Done.made(
                "/api/v1/stop-marks",
                StopJson.of(
                    stops.set(
                        new NewStop(
                            said.product(),
                            said.lot(),
                            said.serial(),
                            StopMark.Reason.of(said.reason()),
                            said.words(),
                            said.evidence()),
                        by.actor()))));
  }

  @Operation(
      name = "lift_stop_mark",
      does = "Let it leave again, with the reason",
      scope = "goods:write")
  @PostMapping("/api/v1/stop-marks/{id}/lifting")
  Reply<StopJson> lift(@PathVariable long id, ApiCall call, Sent<LiftJson> sent, Viewer by) {
    stops.get(id);
    return posts.once(
        call, () -> Reply.Done.ok(StopJson.of(stops.lift(id, sent.body().words(), by.actor()))));
  }
}
