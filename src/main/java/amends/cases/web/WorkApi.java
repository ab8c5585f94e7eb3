package amends.cases.web;

import amends.cases.Filter;
import amends.cases.Queue;
import amends.cases.web.CaseAsks.WorkFilter;
import amends.shared.api.ApiProblem;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Say;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

@ApiRoutes(title = "Work", about = "The queue as colleagues see it, view by view.")
final class WorkApi {
  private final Queue queue;
  private final Permits permits;
  private final InstantSource clock;

  WorkApi(Queue queue, Permits permits, InstantSource clock) {
    this.queue = queue;
    this.permits = permits;
    this.clock = clock;
  }

  /** An open case in the queue. */
  record WorkJson(
      @Say(value = "The case's number.", example = "1001") long caseId,
      @Say(
              "Its part of the queue: harm first, then what is broken, what runs, what waits for others.")
          Queue.Part part,
      @Say(value = "The customer's name.", example = "Ruth Adeyemi") String customer,
      @Say(value = "What it is about.", example = "The jug arrived broken") String subject,
      @Say(value = "How we heard of it.", example = "phone") String channel,
      @Say("The person who owns it; null when its team does.") @Nullable Long ownerId,
      @Say(value = "The team's name.", example = "Home") String team,
      @Say(value = "What happens next.", example = "We call you about the new jug.") String todo,
      @Say("By when.") @Nullable Instant dueAt,
      @Say("From when on it counts as due soon.") @Nullable Instant soonFrom,
      @Say("For whom it waits; null when it is our turn.") @Nullable String waiting,
      @Say("Since when a promise in it is broken.") @Nullable Instant brokenAt,
      @Say("When it was settled.") @Nullable Instant settledAt) {
    static WorkJson of(Queue.Found found) {
      Queue.Row row = found.row();
      return new WorkJson(
          row.id(),
          found.part(),
          row.customer(),
          row.subject(),
          row.channel(),
          row.ownerId(),
          row.team(),
          row.todo(),
          row.dueAt(),
          row.soonFrom(),
          row.waiting(),
          row.brokenAt(),
          row.settledAt());
    }
  }

  @Operation(
      name = "list_work",
      does = "List the cases of a view of the queue",
      more =
          "Harm that nobody has called about first, then broken promises, then what runs by the next"
              + " moment due, then what waits for others.",
      scope = "work:read")
  @GetMapping("/api/v1/work")
  Items<WorkJson> list(Asked<WorkFilter> asked, Viewer by) {
    Queue.View view = Queue.View.valueOf(asked.filters().view().toUpperCase(Locale.ROOT));
    Queue.Look look =
        new Queue.Look(
            view,
            as(asked.filters(), view, by),
            permits.visible(by),
            clock.instant(),
            filter(asked.filters()));
    return asked.page(rows(look, asked), WorkApi::place, WorkJson::of);
  }

  private static Filter filter(WorkFilter said) {
    String tag = CaseApi.tag(said.tag());
    String waiting = said.waiting();
    return new Filter(
        "",
        null,
        said.brandId(),
        "",
        waiting == null ? "" : waiting,
        "",
        "",
        "",
        tag == null ? "" : tag);
  }

  /** Looks with the eyes of a person or a team, and sees no more than the token does. */
  private static Viewer as(WorkFilter filter, Queue.View view, Viewer by) {
    Long person = filter.personId();
    Long team = filter.teamId();
    if ((view == Queue.View.MINE) != (person != null)) {
      throw ApiProblem.invalid("person_id", "cases.api.person-of-mine");
    }
    if ((view == Queue.View.TEAM) != (team != null)) {
      throw ApiProblem.invalid("team_id", "cases.api.team-of-team");
    }
    return new Viewer(
        person == null ? by.id() : person,
        by.name(),
        by.email(),
        by.locale(),
        by.zone(),
        by.grants(),
        team == null ? Set.of() : Set.of(team),
        by.scopes());
  }

  private List<Queue.Found> rows(Queue.Look look, Asked<WorkFilter> asked) {
    Place after = asked.after();
    return queue.page(look, after == null ? null : place(after), asked.most());
  }

  private static Queue.Place place(Place after) {
    Instant due = after.at();
    return new Queue.Place(
        Queue.Part.valueOf(after.part()), due == null ? Instant.EPOCH : due, after.id());
  }

  private static Place place(Queue.Found found) {
    return new Place(found.part().name(), found.row().dueAt(), found.row().id());
  }
}
