package amends.cases.web;

import amends.cases.web.CaseAsks.FollowUpSent;
import amends.cases.web.CaseAsks.HandOverJson;
import amends.cases.web.CaseAsks.NewStatementJson;
import amends.cases.web.CaseAsks.NoteJson;
import amends.cases.web.CaseAsks.PhoneCallJson;
import amends.cases.web.CaseAsks.ReopeningJson;
import amends.cases.web.CaseAsks.ReplyJson;
import amends.cases.web.CaseAsks.SettlementJson;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Operation;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Sent;
import amends.staff.Viewer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Acts on one case; each answers with the case as it stands after it. */
@ApiRoutes(title = CaseApi.TITLE, about = CaseApi.ABOUT)
final class CaseActApi {
  private final CaseReads reads;
  private final CaseWrites writes;
  private final Posts posts;

  CaseActApi(CaseReads reads, CaseWrites writes, Posts posts) {
    this.reads = reads;
    this.writes = writes;
    this.posts = posts;
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
    return made(id, "/messages", call, by, () -> writes.reply(id, sent.body(), by));
  }

  @Operation(
      name = "record_call",
      does = "Write down a call with the customer",
      more = "It keeps what was promised, and promises what was said on the phone.",
      scope = "messages:write",
      status = 201)
  @PostMapping("/api/v1/cases/{id}/calls")
  Reply<CaseFileJson> call(
      @PathVariable long id, ApiCall call, Sent<PhoneCallJson> sent, Viewer by) {
    return made(id, "", call, by, () -> writes.call(id, sent.body(), by));
  }

  @Operation(
      name = "note",
      does = "Write an internal note",
      more = "Never sent.",
      scope = "cases:write",
      status = 201)
  @PostMapping("/api/v1/cases/{id}/notes")
  Reply<CaseFileJson> note(@PathVariable long id, ApiCall call, Sent<NoteJson> sent, Viewer by) {
    return made(id, "", call, by, () -> writes.note(id, sent.body(), by));
  }

  @Operation(
      name = "add_statement",
      does = "Take down one side's telling of what happened",
      scope = "cases:write",
      status = 201)
  @PostMapping("/api/v1/cases/{id}/statements")
  Reply<CaseFileJson> state(
      @PathVariable long id, ApiCall call, Sent<NewStatementJson> sent, Viewer by) {
    return made(id, "", call, by, () -> writes.state(id, sent.body(), by));
  }

  @Operation(
      name = "hand_over",
      does = "Hand a case over to a person or a team",
      more = "Not out of the token's own reach.",
      scope = "cases:write")
  @PostMapping("/api/v1/cases/{id}/owner")
  Reply<CaseFileJson> handOver(
      @PathVariable long id, ApiCall call, Sent<HandOverJson> sent, Viewer by) {
    return done(id, call, by, () -> writes.handOver(id, sent.body(), by));
  }

  @Operation(
      name = "settle",
      does = "Settle a case",
      more = "With the outcome, and the moment at which somebody asks whether it is right.",
      scope = "cases:write")
  @PostMapping("/api/v1/cases/{id}/settlement")
  Reply<CaseFileJson> settle(
      @PathVariable long id, ApiCall call, Sent<SettlementJson> sent, Viewer by) {
    return done(id, call, by, () -> writes.settle(id, sent.body(), by));
  }

  @Operation(
      name = "follow_up",
      does = "Note what the customer says after a case was settled",
      more =
          "Right: the case closes, if nothing is owed any more. Not right: it is taken up again"
              + " with the next moment that you give. No answer: another try is promised, until the"
              + " tries are enough.",
      scope = "cases:write",
      status = 201)
  @PostMapping("/api/v1/cases/{id}/follow-ups")
  Reply<CaseFileJson> followUp(
      @PathVariable long id, ApiCall call, Sent<FollowUpSent> sent, Viewer by) {
    return made(id, "", call, by, () -> writes.followUp(id, sent.body(), by));
  }

  @Operation(
      name = "close_case",
      does = "Close a case that a follow-up could not close yet",
      more = "Refused unless the follow-up was kept and nothing is owed.",
      scope = "cases:write")
  @PostMapping("/api/v1/cases/{id}/closure")
  Reply<CaseFileJson> close(@PathVariable long id, ApiCall call, Viewer by) {
    return done(id, call, by, () -> writes.close(id, by));
  }

  @Operation(
      name = "reopen_case",
      does = "Take up again what was settled or closed",
      scope = "cases:write")
  @PostMapping("/api/v1/cases/{id}/reopening")
  Reply<CaseFileJson> reopen(
      @PathVariable long id, ApiCall call, Sent<ReopeningJson> sent, Viewer by) {
    return done(id, call, by, () -> writes.reopen(id, sent.body(), by));
  }

  /** Something was added, and is found there. */
  private Reply<CaseFileJson> made(long id, String part, ApiCall call, Viewer by, Runnable act) {
    return posts.once(
        call,
        () -> {
          act.run();
          return Reply.Done.made("/api/v1/cases/" + id + part, reads.of(id, by));
        });
  }

  private Reply<CaseFileJson> done(long id, ApiCall call, Viewer by, Runnable act) {
    return posts.once(
        call,
        () -> {
          act.run();
          return Reply.Done.ok(reads.of(id, by));
        });
  }
}
