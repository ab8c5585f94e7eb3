package amends.app.hooks.web;

import amends.app.hooks.Hooks;
import amends.app.hooks.web.HookJson.HookCallJson;
import amends.app.hooks.web.HookJson.HookSwitchSent;
import amends.app.hooks.web.HookJson.NewHookJson;
import amends.app.hooks.web.HookJson.NoFilter;
import amends.app.hooks.web.HookJson.ReplaySent;
import amends.app.hooks.web.HookJson.SecretJson;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiProblem;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Sent;
import amends.staff.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Web hooks",
    about =
        "We call you when something happened: at least once for each event, signed as Standard"
            + " Webhooks says, with numbers and a link only. For tokens without a brand or team.")
final class HookApi {
  private static final String SCOPE = "hooks:write";

  private final Hooks hooks;
  private final Posts posts;

  HookApi(Hooks hooks, Posts posts) {
    this.hooks = hooks;
    this.posts = posts;
  }

  @Operation(name = "list_hooks", does = "List web hooks", scope = SCOPE)
  @GetMapping("/api/v1/hooks")
  Items<HookJson> list(Asked<NoFilter> asked, Viewer by) {
    refuseLimited(by);
    return asked.page(
        hooks.all(asked.afterId(), asked.most()), hook -> Place.of(hook.id()), HookJson::of);
  }

  @Operation(name = "read_hook", does = "Read a web hook", scope = SCOPE)
  @GetMapping("/api/v1/hooks/{id}")
  HookJson read(@PathVariable long id, Viewer by) {
    refuseLimited(by);
    return HookJson.of(hooks.get(id));
  }

  @Operation(
      name = "create_hook",
      does = "Make a web hook",
      more = "Called for what happens from now on, once a secret was made for it.",
      scope = SCOPE,
      status = 201)
  @PostMapping("/api/v1/hooks")
  Reply<HookJson> make(ApiCall call, Sent<NewHookJson> sent, Viewer by) {
    refuseLimited(by);
    return posts.once(
        call,
        () -> {
          HookJson made = HookJson.of(hooks.make(sent.body().draft(), by.actor()));
          return Reply.Done.made("/api/v1/hooks/" + made.id(), made);
        });
  }

  @Operation(
      name = "create_hook_secret",
      does = "Make a new secret for a web hook",
      more =
          "Told once and kept nowhere, so the same request again makes another one. Those before"
              + " it sign for another day.",
      scope = SCOPE)
  @PostMapping("/api/v1/hooks/{id}/secrets")
  Reply<SecretJson> secret(@PathVariable long id, ApiCall call, Viewer by) {
    refuseLimited(by);
    return Reply.of(new SecretJson(hooks.newSecret(id, by.actor())));
  }

  @Operation(
      name = "switch_hook",
      does = "Switch a web hook on or off",
      more = "What happens while it is off is told when it is on again.",
      scope = SCOPE)
  @PostMapping("/api/v1/hooks/{id}/switch")
  Reply<HookJson> turn(@PathVariable long id, ApiCall call, Sent<HookSwitchSent> sent, Viewer by) {
    refuseLimited(by);
    return posts.once(
        call,
        () -> {
          if (sent.body().on()) {
            hooks.switchOn(id, by.actor());
          } else {
            hooks.switchOff(id, by.actor());
          }
          return Reply.Done.ok(HookJson.of(hooks.get(id)));
        });
  }

  @Operation(
      name = "replay_hook",
      does = "Tell a web hook everything again from a seal number on",
      more = "Under the ids under which it was told before.",
      scope = SCOPE)
  @PostMapping("/api/v1/hooks/{id}/replay")
  Reply<HookJson> replay(@PathVariable long id, ApiCall call, Sent<ReplaySent> sent, Viewer by) {
    refuseLimited(by);
    return posts.once(
        call,
        () -> {
          hooks.replay(id, sent.body().seal(), by.actor());
          return Reply.Done.ok(HookJson.of(hooks.get(id)));
        });
  }

  @Operation(
      name = "list_dead_calls",
      does = "List calls that were given up",
      more = "After about three days of trying.",
      scope = SCOPE)
  @GetMapping("/api/v1/dead-calls")
  Items<HookCallJson> dead(Asked<NoFilter> asked, Viewer by) {
    refuseLimited(by);
    return asked.page(
        hooks.dead(asked.afterId(), asked.most()), c -> Place.of(c.id()), HookCallJson::of);
  }

  @Operation(name = "resend_call", does = "Try a call that was given up again", scope = SCOPE)
  @PostMapping("/api/v1/dead-calls/{id}/resend")
  Reply<HookCallJson> resend(@PathVariable long id, ApiCall call, Viewer by) {
    refuseLimited(by);
    return posts.once(
        call,
        () -> {
          hooks.resend(id, by.actor());
          return Reply.Done.ok(HookCallJson.of(hooks.call(id)));
        });
  }

  /** A web hook tells of everything, so whoever sees a part of the house may not make one. */
  private static void refuseLimited(Viewer by) {
    if (!by.grants().stream().allMatch(g -> g.brandId() == null && g.teamId() == null)) {
      throw new ApiProblem(403, "forbidden");
    }
  }
}
