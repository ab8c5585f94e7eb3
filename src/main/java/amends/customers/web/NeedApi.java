package amends.customers.web;

import amends.customers.Customers;
import amends.customers.Need;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Say;
import amends.shared.api.Sent;
import amends.staff.Viewer;
import java.time.Instant;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What must be done differently for a customer. */
@ApiRoutes(title = CustomerApi.TITLE, about = CustomerApi.ABOUT)
final class NeedApi {
  private static final String PATH = "/api/v1/customers/{id}/needs";

  private final Customers customers;
  private final Posts posts;

  NeedApi(Customers customers, Posts posts) {
    this.customers = customers;
    this.posts = posts;
  }

  /** One that holds. */
  record NeedJson(
      @Say(value = "Our number.", example = "4") long id,
      @Say("What lies behind it.") Need.Driver driver,
      @Say(value = "What to do differently.", example = "Call, do not write.") String words,
      @Say(value = "Who told us.", example = "her son") String toldBy,
      @Say(value = "Since when it holds.", example = "2026-05-12T09:30:00Z") Instant since,
      @Say(value = "When somebody looks whether it still holds.", example = "2026-11-12T09:00:00Z")
          Instant reviewAt) {
    static NeedJson of(Need need) {
      return new NeedJson(
          need.id(), need.driver(), need.words(), need.toldBy(), need.fromAt(), need.reviewAt());
    }
  }

  /** One to write down. */
  record NewNeedJson(
      @Say("What lies behind it.") Need.Driver driver,
      @Say(
              value = "What to do differently, and not what somebody has.",
              example = "Call, do not write: she cannot read small print.",
              least = 1,
              most = 500)
          String words,
      @Say(value = "Who told us.", example = "her son", least = 1, most = 200) String toldBy,
      @Say(
              value = "When somebody looks whether it still holds; ahead.",
              example = "2026-11-12T09:00:00Z",
              refusedAs = "reviewAt")
          Instant reviewAt) {}

  /** Somebody has looked. */
  record NeedReviewJson(
      @Say(
              value = "When somebody looks again; ahead.",
              example = "2027-05-12T09:00:00Z",
              refusedAs = "reviewAt")
          Instant reviewAt) {}

  @Operation(
      name = "list_needs",
      does = "List what must be done differently for a customer",
      more = "What holds now, the newest first; also of whoever was merged with them.",
      scope = "customers:read")
  @GetMapping(PATH)
  Items<NeedJson> list(@PathVariable long id, Viewer by) {
    customers.customer(id);
    return new Items<>(customers.needs(id).stream().map(NeedJson::of).toList(), null);
  }

  @Operation(
      name = "note_need",
      does = "Note what must be done differently for a customer",
      more =
          "Whoever answers their open case is told on the day on which somebody looks at it again.",
      scope = "customers:write",
      status = 201)
  @PostMapping(PATH)
  Reply<NeedJson> note(@PathVariable long id, ApiCall call, Sent<NewNeedJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          NewNeedJson said = sent.body();
          long made =
              customers.need(
                  id, said.driver(), said.words(), said.toldBy(), said.reviewAt(), by.actor());
          return Reply.Done.made("/api/v1/customers/" + id + "/needs", NeedJson.of(need(id, made)));
        });
  }

  @Operation(
      name = "review_need",
      does = "Say that somebody has looked and it still holds",
      scope = "customers:write")
  @PostMapping(PATH + "/{need}/review")
  Reply<NeedJson> review(
      @PathVariable long id,
      @PathVariable("need") long number,
      ApiCall call,
      Sent<NeedReviewJson> sent,
      Viewer by) {
    return posts.once(
        call,
        () -> {
          customers.reviewNeed(need(id, number).id(), sent.body().reviewAt(), by.actor());
          return Reply.Done.ok(NeedJson.of(need(id, number)));
        });
  }

  @Operation(
      name = "end_need",
      does = "Say that it holds no more",
      more = "Answers with what still holds. Its words go a year later.",
      scope = "customers:write")
  @DeleteMapping(PATH + "/{need}")
  Items<NeedJson> end(@PathVariable long id, @PathVariable("need") long number, Viewer by) {
    customers.endNeed(need(id, number).id(), by.actor());
    return list(id, by);
  }

  private Need need(long id, long number) {
    customers.customer(id);
    return customers.needs(id).stream()
        .filter(need -> need.id() == number)
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.of("need", number)));
  }
}
