package amends.complaints.web;

import amends.complaints.LetterKind;
import amends.complaints.web.ComplaintApi.ComplaintFilter;
import amends.complaints.web.ComplaintJsons.AssignJson;
import amends.complaints.web.ComplaintJsons.DecideJson;
import amends.complaints.web.ComplaintJsons.HeldJson;
import amends.complaints.web.ComplaintJsons.InvestigatorJson;
import amends.complaints.web.ComplaintJsons.LetterJson;
import amends.complaints.web.ComplaintJsons.NewComplaintJson;
import amends.complaints.web.ComplaintJsons.ObligationJson;
import amends.complaints.web.ComplaintJsons.PreparedJson;
import amends.complaints.web.ComplaintJsons.ReferJson;
import amends.complaints.web.ComplaintJsons.SaidJson;
import amends.complaints.web.ComplaintJsons.SendLetterJson;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Sent;
import amends.staff.Person;
import amends.staff.Viewer;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Formal complaints",
    about = "Matters that are held by the rules of a law or a scheme, with what is due next.")
final class ComplaintActApi {
  private static final String AT = "/api/v1/cases/{id}/complaint";

  private final ComplaintWrites writes;
  private final Posts posts;

  ComplaintActApi(ComplaintWrites writes, Posts posts) {
    this.writes = writes;
    this.posts = posts;
  }

  @Operation(
      name = "open_complaint",
      does = "Hold a case as a formal complaint",
      more = "From then on the rules hold for it: their clocks count from when it reached us.",
      scope = "complaints:write",
      status = 201)
  @PostMapping(AT)
  Reply<HeldJson> open(
      @PathVariable long id, ApiCall call, Sent<NewComplaintJson> sent, Viewer by) {
    return posts.once(
        call,
        () ->
            Reply.Done.made(
                "/api/v1/cases/" + id + "/complaint", writes.receive(id, sent.body(), by)));
  }

  @Operation(
      name = "read_complaint",
      does = "Read a formal complaint",
      more = "With what is owed by its rules and what was written under them.",
      scope = "complaints:read")
  @GetMapping(AT)
  HeldJson read(@PathVariable long id, Viewer by) {
    return writes.see(id, by);
  }

  @Operation(
      name = "list_obligations",
      does = "List what is owed by the rules",
      more = "The earliest due first. What stops one is a letter that has arrived, never a tick.",
      scope = "complaints:read")
  @GetMapping(AT + "/obligations")
  Items<ObligationJson> obligations(
      @PathVariable long id, Asked<ComplaintFilter> asked, Viewer by) {
    List<ObligationJson> all = writes.obligations(id, by);
    return asked.page(
        all.stream().skip(asked.afterId()).limit(asked.most()).toList(),
        one -> Place.of(all.indexOf(one) + 1L),
        one -> one);
  }

  @Operation(
      name = "list_investigators",
      does = "List who may look into it",
      more = "Colleagues who may know of the case and had no hand in it before it came.",
      scope = "complaints:read")
  @GetMapping(AT + "/investigators")
  Items<InvestigatorJson> investigators(
      @PathVariable long id, Asked<ComplaintFilter> asked, Viewer by) {
    List<Person> behind =
        writes.free(id, by).stream()
            .sorted(Comparator.comparingLong(Person::id))
            .filter(person -> person.id() > asked.afterId())
            .limit(asked.most())
            .toList();
    return asked.page(
        behind,
        person -> Place.of(person.id()),
        person -> new InvestigatorJson(person.id(), person.name()));
  }

  @Operation(
      name = "assign_investigator",
      does = "Give it to somebody to look into",
      scope = "complaints:write")
  @PostMapping(AT + "/investigator")
  Reply<HeldJson> assign(@PathVariable long id, ApiCall call, Sent<AssignJson> sent, Viewer by) {
    return posts.once(call, () -> Reply.Done.ok(writes.assign(id, sent.body().personId(), by)));
  }

  @Operation(
      name = "decide_complaint",
      does = "Note what the investigator has decided",
      more = "With what is paid. It can be changed until the final response is written.",
      scope = "complaints:write")
  @PostMapping(AT + "/decision")
  Reply<HeldJson> decide(@PathVariable long id, ApiCall call, Sent<DecideJson> sent, Viewer by) {
    return posts.once(call, () -> Reply.Done.ok(writes.decide(id, sent.body(), by)));
  }

  @Operation(
      name = "prepare_letter",
      does = "Read words to begin a letter with",
      more =
          "acknowledgement, progress, summary-resolution, holding-reply, signpost or final-response,"
              + " with the parts that the rules ask for.",
      scope = "complaints:read")
  @GetMapping(AT + "/letters/{kind}")
  PreparedJson prepared(@PathVariable long id, @PathVariable String kind, Viewer by) {
    return writes.prepared(id, ComplaintWrites.kind(kind), by);
  }

  @Operation(
      name = "send_letter",
      does = "Send a letter under the rules",
      more =
          "It is looked at before it leaves: a part that the rules ask for and that is missing, or a"
              + " final response that nobody has decided, is refused. It keeps what it can keep once it"
              + " has arrived.",
      scope = "complaints:write",
      status = 201)
  @PostMapping(AT + "/letters/{kind}")
  Reply<LetterJson> send(
      @PathVariable long id,
      @PathVariable String kind,
      ApiCall call,
      Sent<SendLetterJson> sent,
      Viewer by) {
    LetterKind letter = ComplaintWrites.kind(kind);
    return posts.once(
        call,
        () -> {
          LetterJson written = writes.send(id, letter, sent.body(), by);
          return Reply.Done.made("/api/v1/messages/" + written.messageId(), written);
        });
  }

  @Operation(
      name = "accept_complaint",
      does = "Note that the complainant says it is resolved",
      more = "Their words are taken down: it is those that count.",
      scope = "complaints:write")
  @PostMapping(AT + "/acceptance")
  Reply<HeldJson> accept(@PathVariable long id, ApiCall call, Sent<SaidJson> sent, Viewer by) {
    return posts.once(call, () -> Reply.Done.ok(writes.accept(id, sent.body().said(), by)));
  }

  @Operation(
      name = "withdraw_complaint",
      does = "Note that the complainant takes it back",
      more = "In words that are taken down. Nothing is owed by the rules any more.",
      scope = "complaints:write")
  @PostMapping(AT + "/withdrawal")
  Reply<HeldJson> withdraw(@PathVariable long id, ApiCall call, Sent<SaidJson> sent, Viewer by) {
    return posts.once(call, () -> Reply.Done.ok(writes.withdraw(id, sent.body().said(), by)));
  }

  @Operation(
      name = "refer_complaint",
      does = "Note that the complainant took it further",
      scope = "complaints:write")
  @PostMapping(AT + "/referral")
  Reply<HeldJson> refer(@PathVariable long id, ApiCall call, Sent<ReferJson> sent, Viewer by) {
    return posts.once(
        call, () -> Reply.Done.ok(writes.refer(id, sent.body().to(), sent.body().reference(), by)));
  }
}
