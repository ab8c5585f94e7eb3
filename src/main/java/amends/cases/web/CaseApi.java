package amends.cases.web;

import amends.cases.CaseList;
import amends.cases.Tags;
import amends.cases.web.CaseAsks.CaseChangeJson;
import amends.cases.web.CaseAsks.CaseFilter;
import amends.cases.web.CaseAsks.NewCaseJson;
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
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(title = CaseApi.TITLE, about = CaseApi.ABOUT)
final class CaseApi {
  static final String TITLE = "Cases";
  static final String ABOUT =
      "One customer's matter each. Every open case has a next moment; what a program does here is"
          + " the same act as a colleague's at the desk, and stands in the journal under the token.";

  private final CaseReads reads;
  private final Permits permits;
  private final Writing writing;
  private final Posts posts;
  private final CaseList list;

  /** What changes cases. */
  @Component
  record Writing(CaseWrites writes, CaseChanges changes) {}

  CaseApi(CaseReads reads, Permits permits, Writing writing, Posts posts, CaseList list) {
    this.reads = reads;
    this.permits = permits;
    this.writing = writing;
    this.posts = posts;
    this.list = list;
  }

  @Operation(
      name = "list_cases",
      does = "List cases",
      more = "In the order of their numbers, as far as the token reaches.",
      scope = "cases:read")
  @GetMapping("/api/v1/cases")
  Items<CaseJson> list(Asked<CaseFilter> asked, Viewer by) {
    CaseFilter f = asked.filters();
    String owner = f.owner();
    String field = f.field();
    List<CaseList.Listed> found =
        list.page(
            new CaseList.Wanted(
                f.state(),
                person(owner),
                "nobody".equals(owner),
                f.teamId(),
                f.customerId(),
                new CaseList.Matter(f.brandId(), f.orderId(), f.unitId(), tag(f.tag())),
                f.broken(),
                f.dueBefore(),
                f.updatedSince(),
                field == null ? null : reads.field(field),
                field == null ? "" : field.substring(field.indexOf(':') + 1)),
            permits.visible(by),
            asked.afterId(),
            asked.most());
    Items<CaseList.Listed> page =
        asked.page(found, listed -> Place.of(listed.matter().id()), listed -> listed);
    return new Items<>(reads.json(page.items()), page.next());
  }

  /** As tags are kept: in small letters. */
  static @Nullable String tag(@Nullable String said) {
    if (said == null) {
      return null;
    }
    List<String> read = Tags.read(said);
    if (read.size() != 1) {
      throw ApiProblem.invalid("tag", "cases.api.one-tag");
    }
    return read.getFirst();
  }

  private static @Nullable Long person(@Nullable String owner) {
    if (owner == null || owner.equals("nobody")) {
      return null;
    }
    if (!owner.matches("person:\\d{1,18}")) {
      throw ApiProblem.invalid("owner", "cases.api.owner-filter");
    }
    return Long.valueOf(owner.substring(owner.indexOf(':') + 1));
  }

  @Operation(
      name = "read_case",
      does = "Read a case with its promises, statements, notes and messages",
      more = "Messages and calls are there only for a token that has messages:read too.",
      scope = "cases:read")
  @GetMapping("/api/v1/cases/{id}")
  CaseFileJson read(@PathVariable long id, Viewer by) {
    return reads.of(id, by);
  }

  @Operation(
      name = "open_case",
      does = "Open a case",
      more =
          "With the customer's statement and the first next moment, in one act. Words of hurt or"
              + " danger in it promise a call at once, before anybody has read them.",
      scope = "cases:write",
      status = 201)
  @PostMapping("/api/v1/cases")
  Reply<CaseFileJson> open(ApiCall call, Sent<NewCaseJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          long id = writing.writes().open(sent.body(), by);
          return Reply.Done.made("/api/v1/cases/" + id, reads.of(id, by));
        });
  }

  @Operation(
      name = "change_case",
      does = "Change what a case is about, and its tags",
      more =
          "Needs If-Match with the ETag that was read. Owner, outcome and next moment are acts of"
              + " their own.",
      scope = "cases:write")
  @PatchMapping("/api/v1/cases/{id}")
  CaseFileJson change(@PathVariable long id, ApiCall call, Sent<CaseChangeJson> sent, Viewer by) {
    return writing.changes().change(id, call, sent, by);
  }
}
