package amends.cases.web;

import amends.cases.web.CaseAsks.NoFilter;
import amends.cases.web.RemedyJsons.NewOfferJson;
import amends.cases.web.RemedyJsons.OfferJson;
import amends.cases.web.RemedyJsons.RemedyRequestJson;
import amends.cases.web.RemedyJsons.WantedJson;
import amends.remedies.Offer;
import amends.remedies.Request;
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

/** Above the limit programs ask the one who decides, and within it they offer a choice. */
@ApiRoutes(
    title = "Requests and offers",
    about =
        "What is above the limit is put before one colleague, and the customer is promised a word by"
            + " the time by which even their stand-in has answered. What is within it can be offered"
            + " as a choice: saying nothing is neither yes nor no.")
final class RemedyAskApi {
  private final RemedyAsks asks;
  private final Posts posts;

  RemedyAskApi(RemedyAsks asks, Posts posts) {
    this.asks = asks;
    this.posts = posts;
  }

  @Operation(
      name = "ask_approval",
      does = "Ask the one who decides above the limit",
      more = "What is within the limit needs nobody and is refused here: give it.",
      scope = "remedies:write",
      status = 201)
  @PostMapping("/api/v1/cases/{id}/requests")
  Reply<RemedyRequestJson> ask(
      @PathVariable long id, ApiCall call, Sent<WantedJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          Request request = asks.ask(id, sent.body(), call.key(), by);
          return Reply.Done.made("/api/v1/requests/" + request.id(), RemedyRequestJson.of(request));
        });
  }

  @Operation(
      name = "list_requests",
      does = "List what was asked in a case",
      scope = "remedies:read")
  @GetMapping("/api/v1/cases/{id}/requests")
  Items<RemedyRequestJson> list(@PathVariable long id, Asked<NoFilter> asked, Viewer by) {
    List<Request> found =
        asks.of(id, by).stream()
            .filter(request -> request.id() > asked.afterId())
            .sorted(Comparator.comparing(Request::id))
            .limit(asked.most())
            .toList();
    return asked.page(found, request -> Place.of(request.id()), RemedyRequestJson::of);
  }

  @Operation(name = "read_request", does = "Read what became of it", scope = "remedies:read")
  @GetMapping("/api/v1/requests/{id}")
  RemedyRequestJson read(@PathVariable long id, Viewer by) {
    return RemedyRequestJson.of(asks.get(id, by));
  }

  @Operation(
      name = "withdraw_request",
      does = "Take back what nobody has answered",
      more = "Only the token that asked can.",
      scope = "remedies:write")
  @PostMapping("/api/v1/requests/{id}/withdrawal")
  Reply<RemedyRequestJson> withdraw(@PathVariable long id, ApiCall call, Viewer by) {
    return posts.once(call, () -> Reply.Done.ok(RemedyRequestJson.of(asks.withdraw(id, by))));
  }

  @Operation(
      name = "make_offer",
      does = "Offer a choice to the customer",
      more =
          "The largest choice is set aside under the limit, so that whatever they choose can be"
              + " given.",
      scope = "remedies:write",
      status = 201)
  @PostMapping("/api/v1/cases/{id}/offers")
  Reply<OfferJson> offer(@PathVariable long id, ApiCall call, Sent<NewOfferJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          Offer offer = asks.offer(id, sent.body(), call.key(), by);
          return Reply.Done.made("/api/v1/cases/" + id + "/offers", OfferJson.of(offer));
        });
  }

  @Operation(
      name = "withdraw_offer",
      does = "Take back what nobody has chosen",
      scope = "remedies:write")
  @PostMapping("/api/v1/offers/{id}/withdrawal")
  Reply<OfferJson> withdrawOffer(@PathVariable long id, ApiCall call, Viewer by) {
    return posts.once(call, () -> Reply.Done.ok(OfferJson.of(asks.withdrawOffer(id, by))));
  }
}
