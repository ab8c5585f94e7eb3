package amends.cases.web;

import amends.cases.CaseList.Fate;
import amends.messages.broadcast.Broadcasts;
import amends.promises.Promise;
import amends.promises.SaidToMany;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Say;
import amends.staff.Viewer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@ApiRoutes(
    title = "Promises to many",
    about =
        "What a broadcast promised to each who got it. It is kept or moved by another broadcast, for"
            + " whoever that reaches.")
final class PromisedToManyApi {
  private final Broadcasts broadcasts;
  private final SaidToMany said;

  PromisedToManyApi(Broadcasts broadcasts, SaidToMany said) {
    this.broadcasts = broadcasts;
    this.said = said;
  }

  @Operation(
      name = "list_broadcast_promises",
      does = "List what a broadcast promised, a promise for each who was told",
      more = "In the order in which they were made.",
      scope = "broadcasts:read")
  @GetMapping("/api/v1/broadcasts/{id}/promises")
  Items<PromiseToManyJson> promises(@PathVariable long id, Asked<ToManyFilter> asked, Viewer by) {
    broadcasts.see(id, by);
    Long customer = asked.filters().customerId();
    return asked.page(
        said.by(id, customer, asked.afterId(), asked.most()),
        p -> Place.of(p.id()),
        PromiseToManyJson::of);
  }

  /** Which of them. */
  record ToManyFilter(
      @Say(value = "Our number of the customer.", example = "17") @Nullable Long customerId) {}

  /** The word that was given to one of many. */
  record PromiseToManyJson(
      @Say(value = "Our number.", example = "41") long id,
      @Say(value = "The broadcast that promised it.", example = "4") long broadcastId,
      @Say(value = "Our number of the customer.", example = "17") long customerId,
      @Say(value = "What was promised.", example = "We tell you what we have found") String words,
      @Say(value = "By when.", example = "2026-05-12T15:00:00Z") Instant dueAt,
      @Say("What became of it; a broken one stays broken when it is made good.") Fate state,
      @Say(value = "When they were told.", example = "2026-05-12T13:07:00Z") Instant madeAt,
      @Say("The team that answers for it.") @Nullable Long teamId,
      @Say("When it was kept; null when it was not.") @Nullable Instant keptAt,
      @Say("When it was broken; null when it was not.") @Nullable Instant brokenAt,
      @Say("When a broken one was made good; null when it was not.") @Nullable Instant madeGoodAt,
      @Say("When it was moved, because they were told in time; null when it was not.")
          @Nullable Instant movedAt,
      @Say("When it was released; null when it was not.") @Nullable Instant releasedAt,
      @Say("The promise that it stands for, when that was moved.") @Nullable Long followsId) {
    static PromiseToManyJson of(Promise p) {
      Promise.Moments m = p.moments();
      return new PromiseToManyJson(
          p.id(),
          p.about().id(),
          p.customerId(),
          p.words(),
          p.dueAt(),
          fate(m),
          p.madeAt(),
          p.owner().team(),
          m.keptAt(),
          m.brokenAt(),
          m.madeGoodAt(),
          m.movedAt(),
          m.releasedAt(),
          p.followsId());
    }

    private static Fate fate(Promise.Moments m) {
      if (m.brokenAt() != null) {
        return Fate.BROKEN;
      }
      if (m.keptAt() != null) {
        return Fate.KEPT;
      }
      if (m.movedAt() != null) {
        return Fate.MOVED;
      }
      return m.releasedAt() != null ? Fate.RELEASED : Fate.OWED;
    }
  }
}
