package amends.cases.web;

import amends.cases.CaseCadences;
import amends.cases.web.CaseAsks.NoFilter;
import amends.promises.Cadence;
import amends.promises.CadenceRule;
import amends.promises.Cadences;
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
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Cadences",
    about =
        "The rhythm in which a customer hears until it is right again. While one runs, exactly one"
            + " promise is its next one; it never stops silently.")
final class CadenceApi {
  private final Cadences rules;
  private final CaseCadences cadences;
  private final Posts posts;

  CadenceApi(Cadences rules, CaseCadences cadences, Posts posts) {
    this.rules = rules;
    this.cadences = cadences;
    this.posts = posts;
  }

  /** A rhythm that the house has defined. */
  record RuleJson(
      @Say(value = "Our number of it.", example = "1") long id,
      @Say(value = "Its name.", example = "Within a day, then every three days") String name,
      @Say(value = "customer, inside or public.", example = "customer") String audience,
      @Say(value = "any, minor, major or critical.", example = "any") String severity,
      @Say("Whether its time is counted in working hours only.") boolean workingHours,
      @Say("Whether it goes on through the customer's quiet hours.") boolean safety,
      @Say(value = "One after the other: every, unit and how often.", example = "24 hours × 1")
          List<String> stages) {
    static RuleJson of(CadenceRule rule) {
      return new RuleJson(
          rule.id(),
          rule.name(),
          rule.audience().code(),
          rule.severity().code(),
          rule.workingHours(),
          rule.safety(),
          rule.stages().stream().map(RuleJson::stage).toList());
    }

    private static String stage(CadenceRule.Stage stage) {
      String every = stage.every() + " " + stage.unit().code();
      return stage.times() == null ? every : every + " × " + stage.times();
    }
  }

  /** A rhythm that runs or ran for a case. */
  record CadenceJson(
      @Say(value = "Our number of it.", example = "12") long id,
      @Say(value = "The case.", example = "1001") long caseId,
      @Say(value = "The rule that it runs by.", example = "1") long ruleId,
      @Say(value = "The promise that is its next one, or was its last.", example = "41")
          long promiseId,
      @Say(value = "How many of its promises have come to their end.", example = "3") int beats,
      @Say(value = "When it began.", example = "2026-05-12T13:07:00Z") Instant startedAt,
      @Say("When it ended; null while it runs.") @Nullable Instant endedAt,
      @Say("settled, said or replaced; null while it runs.") @Nullable String endedBy,
      @Say("Why a person ended it.") @Nullable String reason) {
    static CadenceJson of(Cadence c) {
      return new CadenceJson(
          c.id(),
          c.about().id(),
          c.rule().id(),
          c.promiseId(),
          c.beats(),
          c.startedAt(),
          c.endedAt(),
          c.endKind(),
          c.reason());
    }
  }

  /** Which rhythm is to run. */
  record StartJson(
      @Say(value = "The number of the rule.", example = "1", refusedAs = "cadence") long ruleId) {}

  /** Why it ends. */
  record EndJson(
      @Say(value = "Why it ends.", example = "She asked us to.", least = 1, most = 2000)
          String reason) {}

  @Operation(
      name = "list_cadence_rules",
      does = "List the rhythms of the house",
      more = "Those that can be chosen, by number.",
      scope = "promises:read")
  @GetMapping("/api/v1/cadence-rules")
  Items<RuleJson> rules(Asked<NoFilter> asked, Viewer by) {
    List<CadenceRule> found =
        rules.rules().stream()
            .filter(rule -> rule.id() > asked.afterId())
            .sorted(Comparator.comparing(CadenceRule::id))
            .limit(asked.most())
            .toList();
    return asked.page(found, rule -> Place.of(rule.id()), RuleJson::of);
  }

  @Operation(
      name = "list_cadences",
      does = "List the rhythms of a case",
      more = "Those that run and those that ran, by number.",
      scope = "promises:read")
  @GetMapping("/api/v1/cases/{id}/cadences")
  Items<CadenceJson> list(@PathVariable long id, Asked<NoFilter> asked, Viewer by) {
    List<Cadence> found =
        cadences.of(id, by).stream()
            .filter(c -> c.id() > asked.afterId())
            .sorted(Comparator.comparing(Cadence::id))
            .limit(asked.most())
            .toList();
    return asked.page(found, c -> Place.of(c.id()), CadenceJson::of);
  }

  @Operation(
      name = "start_cadence",
      does = "Start a rhythm in a case",
      more = "In place of one that runs for the same audience; its first promise is made at once.",
      scope = "promises:write")
  @PostMapping("/api/v1/cases/{id}/cadences")
  Reply<CadenceJson> start(@PathVariable long id, ApiCall call, Sent<StartJson> sent, Viewer by) {
    return posts.once(
        call,
        () ->
            Reply.Done.made(
                "/api/v1/cases/" + id + "/cadences",
                CadenceJson.of(cadences.start(id, sent.body().ruleId(), by))));
  }

  @Operation(name = "end_cadence", does = "End a rhythm, with the reason", scope = "promises:write")
  @PostMapping("/api/v1/cases/{id}/cadences/{cadence}/end")
  Reply<CadenceJson> end(
      @PathVariable long id,
      @PathVariable long cadence,
      ApiCall call,
      Sent<EndJson> sent,
      Viewer by) {
    return posts.once(
        call,
        () -> {
          cadences.stop(id, cadence, sent.body().reason(), by);
          return Reply.Done.ok(
              cadences.of(id, by).stream()
                  .filter(c -> c.id() == cadence)
                  .map(CadenceJson::of)
                  .findFirst()
                  .orElseThrow());
        });
  }
}
