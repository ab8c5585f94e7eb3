package amends.cases.web;

import amends.cases.CaseList;
import amends.cases.web.CaseAsks.CaseFilter;
import amends.cases.web.CaseAsks.HandOverJson;
import amends.cases.web.CaseAsks.NewCaseJson;
import amends.cases.web.CaseAsks.NoteJson;
import amends.cases.web.CaseAsks.ReplyJson;
import amends.cases.web.CaseAsks.SettlementJson;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Cases",
    about =
        "One customer's matter each. Every open case has a next moment; what a program does here"
            + " is the same act as a colleague's at the desk, and stands in the journal under the"
            + " token.")
final class CaseApi {
  private final CaseReads reads;
  private final Permits permits;
  private final CaseWrites writes;
  private final Posts posts;

  CaseApi(CaseReads reads, Permits permits, CaseWrites writes, Posts posts) {
    this.reads = reads;
    this.permits = permits;
    this.writes = writes;
    this.posts = posts;
  }

  @Operation(
      name = "list_cases",
      does = "List cases",
      more = "In the order of their numbers, as far as the token reaches.",
      scope = "cases:read")
  @GetMapping("/api/v1/cases")
  Items<CaseJson> list(Asked<CaseFilter> asked, Viewer by) {
    List<CaseList.Listed> found =
        reads
            .list()
            .page(
                reads.wanted(asked.filters()),
                permits.visible(by),
                asked.afterId(),
                asked.most());
    Items<CaseList.Listed> page =
        asked.page(found, listed -> Place.of(listed.matter().id()), listed -> listed);
    return new Items<>(reads.json(page.items()), page.next());
  }

  @Operation(
      name = "read_case",
      does = "Read a case with its promises, statements and messages",
      more = "Messages are there only for a token that has messages:read too.",
      scope = "cases:read")
  @GetMapping("/api/v1/cases/{id}")
  CaseFileJson read(@PathVariable long id, Viewer by) {
    return reads.file(id, by);
  }

  @Operation(
      name = "open_case",
      does = "Open a case",
      more = "With the customer's statement and the first next moment, in one act.",
      scope = "cases:write",
      status = 201)
  @PostMapping("/api/v1/cases")
  Reply<CaseFileJson> open(ApiCall call, Sent<NewCaseJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          long id = writes.open(sent.body(), by);
          return Reply.Done.made("/api/v1/cases/" + id, read(id, by));
        });
  }

  @Operation(
      name = "reply",
      does = "Reply to the customer by e-mail",
      more =
          "Says what happens next, or that nothing more does; what it says is promised, and the"
              + " honesty rules of the desk hold.",
      scope = "messages:write",
      status = 201)
  @PostMapping("/api/v1/cases/{id}/replies")
  Reply<CaseFileJson> reply(@PathVariable long id, ApiCall call, Sent<ReplyJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          writes.reply(id, sent.body(), by);
          return Reply.Done.made("/api/v1/cases/" + id + "/messages", read(id, by));
        });
  }

  @Operation(
      name = "note",
      does = "Write an internal note",
      more = "Never sent.",
      scope = "cases:write",
      status = 201)
  @PostMapping("/api/v1/cases/{id}/notes")
  Reply<CaseFileJson> note(@PathVariable long id, ApiCall call, Sent<NoteJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          writes.note(id, sent.body(), by);
          return Reply.Done.made("/api/v1/cases/" + id, read(id, by));
        });
  }

  @Operation(
      name = "hand_over",
      does = "Hand a case over to a person or a team",
      more = "Not out of the token's own reach.",
      scope = "cases:write")
  @PostMapping("/api/v1/cases/{id}/owner")
  Reply<CaseFileJson> handOver(
      @PathVariable long id, ApiCall call, Sent<HandOverJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          writes.handOver(id, sent.body(), by);
          return Reply.Done.ok(read(id, by));
        });
  }

  @Operation(
      name = "settle",
      does = "Settle a case",
      more = "With the outcome, and the moment at which somebody asks whether it is right.",
      scope = "cases:write")
  @PostMapping("/api/v1/cases/{id}/settlement")
  Reply<CaseFileJson> settle(
      @PathVariable long id, ApiCall call, Sent<SettlementJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          writes.settle(id, sent.body(), by);
          return Reply.Done.ok(read(id, by));
        });
  }
}
