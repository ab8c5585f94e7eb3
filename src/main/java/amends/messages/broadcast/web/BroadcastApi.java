package amends.messages.broadcast.web;

import amends.messages.Places;
import amends.messages.broadcast.Broadcast;
import amends.messages.broadcast.Broadcasts;
import amends.messages.broadcast.Following;
import amends.messages.broadcast.web.BroadcastJson.BroadcastFilter;
import amends.messages.broadcast.web.BroadcastJson.BroadcastPersonJson;
import amends.messages.broadcast.web.BroadcastJson.BroadcastStartJson;
import amends.messages.broadcast.web.BroadcastJson.NamedPersonJson;
import amends.messages.broadcast.web.BroadcastJson.NewBroadcastJson;
import amends.messages.broadcast.web.BroadcastJson.NewBroadcastListJson;
import amends.messages.broadcast.web.BroadcastJson.OwnWordJson;
import amends.messages.broadcast.web.BroadcastJson.PersonFilter;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Sent;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Broadcasts",
    about =
        "One text to many people: write it, fix the list, start it, follow it. Everybody gets it once,"
            + " and each gets it only if they may.")
final class BroadcastApi {
  private static final String HOME = "/api/v1/broadcasts/";

  private final Broadcasts broadcasts;
  private final Following following;
  private final Posts posts;
  private final InstantSource clock;

  BroadcastApi(Broadcasts broadcasts, Following following, Posts posts, InstantSource clock) {
    this.broadcasts = broadcasts;
    this.following = following;
    this.posts = posts;
    this.clock = clock;
  }

  @Operation(
      name = "list_broadcasts",
      does = "List broadcasts",
      more = "The newest first.",
      scope = "broadcasts:read")
  @GetMapping("/api/v1/broadcasts")
  Items<BroadcastJson> list(Asked<BroadcastFilter> asked, Viewer by) {
    broadcasts.enter(by);
    Long before = asked.after() == null ? null : asked.afterId();
    return asked.page(
        broadcasts.list(before, asked.most(), by), b -> Place.of(b.id()), b -> shown(b, by));
  }

  @Operation(
      name = "read_broadcast",
      does = "Read a broadcast and how far it is",
      scope = "broadcasts:read")
  @GetMapping("/api/v1/broadcasts/{id}")
  BroadcastJson read(@PathVariable long id, Viewer by) {
    return shown(broadcasts.see(id, by), by);
  }

  private BroadcastJson shown(Broadcast broadcast, Viewer by) {
    return BroadcastJson.of(
        broadcast,
        broadcast.started() ? following.reach(broadcast.id(), by) : null,
        broadcast.started() && broadcast.words().after().given() != null
            ? following.standing(broadcast.id(), by)
            : null,
        clock.instant());
  }

  @Operation(
      name = "create_broadcast",
      does = "Write one text to many",
      more = "Nothing is sent until it has a list and is started.",
      scope = "broadcasts:write",
      status = 201)
  @PostMapping("/api/v1/broadcasts")
  Reply<BroadcastJson> create(ApiCall call, Sent<NewBroadcastJson> sent, Viewer by) {
    NewBroadcastJson said = sent.body();
    return posts.once(
        call,
        () -> {
          long id =
              broadcasts.write(
                  new Broadcast.Words(
                      said.brandId(),
                      said.purpose(),
                      said.ways(),
                      said.subject(),
                      said.body(),
                      said.after()),
                  by);
          return Reply.Done.made(HOME + id, shown(broadcasts.see(id, by), by));
        });
  }

  @Operation(
      name = "freeze_broadcast",
      does = "Say whom a broadcast is for",
      more =
          "The list is made in the background, each person once however many cards they have, and"
              + " changes no more: read the broadcast until frozen_at is there. Whoever is not known"
              + " is left out.",
      scope = "broadcasts:write")
  @PostMapping("/api/v1/broadcasts/{id}/list")
  Reply<BroadcastJson> freeze(
      @PathVariable long id, ApiCall call, Sent<NewBroadcastListJson> sent, Viewer by) {
    NewBroadcastListJson said = sent.body();
    return posts.once(
        call,
        () -> {
          broadcasts.whom(
              id, said.people().stream().map(BroadcastApi::name).toList(), said.withoutId(), by);
          return Reply.Done.ok(shown(broadcasts.see(id, by), by));
        });
  }

  @Operation(
      name = "start_broadcast",
      does = "Start a broadcast",
      more =
          "The first leaves at leaves_at; until then it can be cancelled and nobody has got anything."
              + " The honesty rules of the desk hold for its words.",
      scope = "broadcasts:write")
  @PostMapping("/api/v1/broadcasts/{id}/start")
  Reply<BroadcastJson> start(
      @PathVariable long id, ApiCall call, Sent<BroadcastStartJson> sent, Viewer by) {
    String count = String.valueOf(sent.body().reachable());
    String overrule = Objects.requireNonNullElse(sent.body().overrule(), "");
    return done(id, call, by, () -> broadcasts.start(id, count, overrule, by));
  }

  @Operation(
      name = "pause_broadcast",
      does = "Pause a broadcast",
      more = "Nothing leaves until it is resumed.",
      scope = "broadcasts:write")
  @PostMapping("/api/v1/broadcasts/{id}/pause")
  Reply<BroadcastJson> pause(@PathVariable long id, ApiCall call, Viewer by) {
    return done(id, call, by, () -> broadcasts.pause(id, by));
  }

  @Operation(name = "resume_broadcast", does = "Resume a broadcast", scope = "broadcasts:write")
  @PostMapping("/api/v1/broadcasts/{id}/resume")
  Reply<BroadcastJson> resume(@PathVariable long id, ApiCall call, Viewer by) {
    return done(id, call, by, () -> broadcasts.resume(id, by));
  }

  @Operation(
      name = "cancel_broadcast",
      does = "Stop a broadcast for good",
      scope = "broadcasts:write")
  @PostMapping("/api/v1/broadcasts/{id}/cancel")
  Reply<BroadcastJson> cancel(@PathVariable long id, ApiCall call, Viewer by) {
    return done(id, call, by, () -> broadcasts.cancel(id, by));
  }

  @Operation(
      name = "list_broadcast_people",
      does = "List the people of a broadcast",
      more = "In the order of its list, with what has become of each.",
      scope = "broadcasts:read")
  @GetMapping("/api/v1/broadcasts/{id}/people")
  Items<BroadcastPersonJson> people(@PathVariable long id, Asked<PersonFilter> asked, Viewer by) {
    return asked.page(
        following.people(id, asked.filters().state(), (int) asked.afterId(), asked.most(), by),
        r -> Place.of(r.no()),
        BroadcastPersonJson::of);
  }

  private Reply<BroadcastJson> done(long id, ApiCall call, Viewer by, Runnable act) {
    return posts.once(
        call,
        () -> {
          act.run();
          return Reply.Done.ok(shown(broadcasts.see(id, by), by));
        });
  }

  private static Broadcasts.Name name(NamedPersonJson said) {
    List<OwnWordJson> own = said.own() == null ? List.of() : said.own();
    return new Broadcasts.Name(
        said.who().strip(),
        own.stream()
            .collect(
                Collectors.toMap(
                    w -> Places.plain(w.name()), w -> w.value().strip(), (a, b) -> b)));
  }
}
