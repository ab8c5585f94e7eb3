package amends.cases.web;

import amends.promises.Feasibility;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Operation;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Say;
import amends.shared.api.Sent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Feasibility",
    about =
        "Whether a rhythm can be kept by those who are at work, before it is promised to anybody. It"
            + " asks and changes nothing.")
final class FeasibilityApi {
  private final Rhythms rhythms;
  private final InstantSource clock;
  private final Posts posts;

  FeasibilityApi(Rhythms rhythms, InstantSource clock, Posts posts) {
    this.rhythms = rhythms;
    this.clock = clock;
    this.posts = posts;
  }

  /** A rhythm, and for how many. */
  record RhythmJson(
      @Say(value = "The team that keeps it.", example = "1", refusedAs = "team") long teamId,
      @Say(value = "How many are to hear.", example = "20", least = 1, most = 10_000_000)
          int customers,
      @Say(value = "How often, in minutes.", example = "60", least = 1, most = 20_160)
          int everyMinutes,
      @Say(value = "What one contact takes, in minutes.", example = "6", least = 1, most = 480)
          int contactMinutes,
      @Say(value = "What one text to all takes, in minutes.", example = "15", least = 1, most = 480)
          int textMinutes,
      @Say(value = "For how long, in hours.", example = "8", least = 1, most = 336) int lastsHours,
      @Say("Whether each hears from one person of their own.") @Nullable Boolean assigned,
      @Say("Whether only the team's working hours count.") @Nullable Boolean workingHours) {
    Rhythms.Question question() {
      return new Rhythms.Question(
          teamId,
          customers,
          everyMinutes,
          contactMinutes,
          textMinutes,
          lastsHours,
          Boolean.TRUE.equals(assigned),
          Boolean.TRUE.equals(workingHours));
    }
  }

  /** Whether it can be kept. */
  record VerdictJson(
      @Say("Whether they can keep it.") boolean keeps,
      @Say(value = "How many customers could hear in it.", example = "14") int capacity,
      @Say(value = "How many people are at work in that time.", example = "3") int people,
      @Say(
              value = "When the hour begins in which least can be done.",
              example = "2026-05-12T17:00:00Z")
          Instant tightest,
      @Say("What can be kept instead, the least change first.") List<WayJson> instead) {}

  /** A rhythm that can be kept instead. */
  record WayJson(
      @Say(value = "longer, fewer, one_to_many or more_people.", example = "longer") String way,
      @Say(value = "Minutes, customers or people, as the way says.", example = "120") int number) {}

  @Operation(
      name = "ask_feasibility",
      does = "Ask whether a rhythm can be kept",
      scope = "promises:read")
  @PostMapping("/api/v1/feasibility")
  Reply<VerdictJson> ask(ApiCall call, Sent<RhythmJson> sent) {
    return posts.once(
        call, () -> Reply.Done.ok(verdict(rhythms.ask(sent.body().question(), clock.instant()))));
  }

  private static VerdictJson verdict(Rhythms.Answer answer) {
    return new VerdictJson(
        answer.asked().keeps(),
        answer.asked().capacity(),
        answer.people(),
        answer.tightest(),
        answer.instead().stream().map(FeasibilityApi::way).toList());
  }

  private static WayJson way(Feasibility.Way way) {
    return switch (way) {
      case Feasibility.Way.Longer longer -> new WayJson("longer", longer.every());
      case Feasibility.Way.Fewer fewer -> new WayJson("fewer", fewer.customers());
      case Feasibility.Way.OneToMany all -> new WayJson("one_to_many", all.every());
      case Feasibility.Way.MorePeople more -> new WayJson("more_people", more.people());
    };
  }
}
