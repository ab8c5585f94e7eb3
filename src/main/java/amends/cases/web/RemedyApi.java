package amends.cases.web;

import amends.cases.Case;
import amends.cases.web.CaseAsks.NoFilter;
import amends.cases.web.RemedyJsons.GrantJson;
import amends.cases.web.RemedyJsons.OfferJson;
import amends.cases.web.RemedyJsons.RulingJson;
import amends.cases.web.RemedyJsons.WantedJson;
import amends.remedies.Offer;
import amends.remedies.Offers;
import amends.remedies.RemedyGrant;
import amends.remedies.Undoing;
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
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is given in a case: asked before, given, offered, read. */
@ApiRoutes(
    title = "Remedies",
    about =
        "What is given to make it right. Ask for the ruling first: it says what would be decided"
            + " before anything is promised, and moves nothing.")
final class RemedyApi {
  private final RemedyWrites writes;
  private final Offers offers;
  private final Posts posts;
  private final Undoing undoing;

  RemedyApi(RemedyWrites writes, Offers offers, Posts posts, Undoing undoing) {
    this.writes = writes;
    this.offers = offers;
    this.posts = posts;
    this.undoing = undoing;
  }

  @Operation(
      name = "ask_ruling",
      does = "Ask what would be decided, before anything is promised",
      more = "Nothing moves. Above the limit it names who answers and by when.",
      scope = "remedies:read")
  @PostMapping("/api/v1/cases/{id}/rulings")
  Reply<RulingJson> ruling(@PathVariable long id, ApiCall call, Sent<WantedJson> sent, Viewer by) {
    return Reply.of(writes.ruling(id, sent.body(), by));
  }

  @Operation(
      name = "grant_remedy",
      does = "Give a remedy within the limit",
      more =
          "At once, and once for each key. Above the limit it is refused: ask the one who decides."
              + " What was given can be undone for a few seconds.",
      scope = "remedies:write",
      status = 201)
  @PostMapping("/api/v1/cases/{id}/remedies")
  Reply<GrantJson> grant(@PathVariable long id, ApiCall call, Sent<WantedJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          RemedyGrant grant = writes.grant(id, sent.body(), call.key(), by);
          return Reply.Done.made("/api/v1/grants/" + grant.id(), writes.json(grant));
        });
  }

  @Operation(
      name = "list_grants",
      does = "List what was given in a case",
      more = "By number, with what became of it and whether somebody has looked at it since.",
      scope = "remedies:read")
  @GetMapping("/api/v1/cases/{id}/remedies")
  Items<GrantJson> list(@PathVariable long id, Asked<NoFilter> asked, Viewer by) {
    List<RemedyGrant> found =
        writes.of(id, by).stream()
            .filter(grant -> grant.id() > asked.afterId())
            .sorted(Comparator.comparing(RemedyGrant::id))
            .limit(asked.most())
            .toList();
    return asked.page(found, grant -> Place.of(grant.id()), writes::json);
  }

  @Operation(name = "read_grant", does = "Read what was given", scope = "remedies:read")
  @GetMapping("/api/v1/grants/{id}")
  GrantJson read(@PathVariable long id, Viewer by) {
    return writes.json(writes.get(id, by));
  }

  @Operation(
      name = "undo_grant",
      does = "Undo what the same token gave a moment ago",
      more =
          "For the seconds in which a reply can be taken back, and only while nothing of it has"
              + " begun to leave. What it used of a limit is free again.",
      scope = "remedies:write")
  @PostMapping("/api/v1/grants/{id}/undoing")
  Reply<GrantJson> undo(@PathVariable long id, ApiCall call, Viewer by) {
    return posts.once(
        call,
        () -> {
          writes.get(id, by);
          undoing.undo(id, by);
          return Reply.Done.ok(writes.json(writes.get(id, by)));
        });
  }

  @Operation(name = "list_offers", does = "List the offers of a case", scope = "remedies:read")
  @GetMapping("/api/v1/cases/{id}/offers")
  Items<OfferJson> offers(@PathVariable long id, Asked<NoFilter> asked, Viewer by) {
    Case matter = writes.see(id, by);
    List<Offer> found =
        offers.of(matter.asSubject()).stream()
            .filter(offer -> offer.id() > asked.afterId())
            .sorted(Comparator.comparing(Offer::id))
            .limit(asked.most())
            .toList();
    return asked.page(found, offer -> Place.of(offer.id()), OfferJson::of);
  }
}
