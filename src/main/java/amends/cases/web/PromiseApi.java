package amends.cases.web;

import amends.cases.CaseList;
import amends.cases.Word;
import amends.cases.web.CaseAsks.NoFilter;
import amends.cases.web.PromiseAsks.AgreementJson;
import amends.cases.web.PromiseAsks.MoveJson;
import amends.cases.web.PromiseAsks.PromiseFilter;
import amends.cases.web.PromiseAsks.ReleaseJson;
import amends.cases.web.PromiseAsks.WordJson;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Sent;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Promises",
    about =
        "The word that was given. It is kept by evidence: a reply that arrived, a call, a look back;"
            + " nobody ticks it off. Before it is due it can be moved, agreed anew or released.")
final class PromiseApi {
  private final CaseList list;
  private final Permits permits;
  private final PromiseWrites writes;
  private final Posts posts;

  PromiseApi(CaseList list, Permits permits, PromiseWrites writes, Posts posts) {
    this.list = list;
    this.permits = permits;
    this.writes = writes;
    this.posts = posts;
  }

  @Operation(
      name = "list_promises",
      does = "List promises",
      more = "In the order in which they were made, as far as the token reaches.",
      scope = "promises:read")
  @GetMapping("/api/v1/promises")
  Items<PromiseJson> promises(Asked<PromiseFilter> asked, Viewer by) {
    PromiseFilter f = asked.filters();
    List<CaseList.Promised> found =
        list.promises(
            new CaseList.PromisesWanted(
                f.state(),
                f.caseId(),
                f.customerId(),
                f.kind(),
                f.ownerId(),
                f.dueBefore(),
                f.dueSince()),
            permits.visible(by),
            asked.afterId(),
            asked.most());
    return asked.page(found, promise -> Place.of(promise.id()), PromiseJson::of);
  }

  @Operation(name = "read_promise", does = "Read a promise", scope = "promises:read")
  @GetMapping("/api/v1/promises/{id}")
  PromiseJson read(@PathVariable long id, Viewer by) {
    return PromiseJson.of(writes.see(id, by));
  }

  @Operation(
      name = "list_evidence",
      does = "List what the customer has said since a promise was made",
      more =
          "The newest first: messages, calls and statements, to be named when it is agreed anew or"
              + " released.",
      scope = "messages:read")
  @GetMapping("/api/v1/promises/{id}/evidence")
  Items<WordJson> evidence(@PathVariable long id, Asked<NoFilter> asked, Viewer by) {
    List<Word> behind =
        writes.said(id, by).stream()
            .filter(word -> isBehind(word, asked.after()))
            .limit(asked.most())
            .toList();
    return asked.page(behind, PromiseApi::place, WordJson::of);
  }

  private static Place place(Word word) {
    return new Place(word.what().kind(), word.at(), word.what().id());
  }

  /** Everything was said at a moment of its own, but for what came in one act. */
  private static boolean isBehind(Word word, @Nullable Place after) {
    if (after == null || after.at() == null) {
      return true;
    }
    int earlier = after.at().compareTo(word.at());
    return earlier > 0
        || (earlier == 0
            && (word.what().kind() + word.what().id()).compareTo(after.part() + after.id()) > 0);
  }

  @Operation(
      name = "move_promise",
      does = "Move a promise before it is due",
      more =
          "The customer is written to in the same act, or was told in a call. Answers with the"
              + " promise that stands for it from now on; what is due already cannot be moved.",
      scope = "promises:write",
      status = 201)
  @PostMapping("/api/v1/promises/{id}/move")
  Reply<PromiseJson> move(@PathVariable long id, ApiCall call, Sent<MoveJson> sent, Viewer by) {
    return posts.once(call, () -> made(writes.move(id, sent.body(), by)));
  }

  @Operation(
      name = "agree_promise",
      does = "Note that the customer agreed to another moment",
      more = "Answers with the promise that stands for it from now on.",
      scope = "promises:write",
      status = 201)
  @PostMapping("/api/v1/promises/{id}/agreement")
  Reply<PromiseJson> agree(
      @PathVariable long id, ApiCall call, Sent<AgreementJson> sent, Viewer by) {
    return posts.once(call, () -> made(writes.agree(id, sent.body(), by)));
  }

  @Operation(
      name = "release_promise",
      does = "Note that the customer released you from a promise",
      scope = "promises:write")
  @PostMapping("/api/v1/promises/{id}/release")
  Reply<PromiseJson> release(
      @PathVariable long id, ApiCall call, Sent<ReleaseJson> sent, Viewer by) {
    return posts.once(call, () -> Reply.Done.ok(writes.release(id, sent.body(), by)));
  }

  private static Reply.Done<PromiseJson> made(PromiseJson anew) {
    return Reply.Done.made("/api/v1/promises/" + anew.id(), anew);
  }
}
