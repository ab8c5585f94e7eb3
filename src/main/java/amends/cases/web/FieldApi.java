package amends.cases.web;

import amends.cases.Field;
import amends.cases.Fields;
import amends.cases.web.CaseAsks.FillingJson;
import amends.cases.web.CaseAsks.NoFilter;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Say;
import amends.shared.api.Sent;
import amends.staff.Viewer;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Fields",
    about = "What the house asks of its cases beyond what every case has; managers arrange them.")
final class FieldApi {
  private final Fields fields;
  private final CaseReads reads;
  private final CaseWrites writes;
  private final Posts posts;

  FieldApi(Fields fields, CaseReads reads, CaseWrites writes, Posts posts) {
    this.fields = fields;
    this.reads = reads;
    this.writes = writes;
    this.posts = posts;
  }

  /** A field of the house. */
  record FieldJson(
      @Say(value = "Our number of it.", example = "3") long id,
      @Say(value = "Its name for programs; it never changes.", example = "batch") String key,
      @Say(value = "Its name for people.", example = "Batch") String name,
      @Say("What its values are; it never changes.") Field.Kind kind,
      @Say("What can be chosen; empty unless something is chosen.") List<String> choices,
      @Say("Whether a case can be settled without it.") boolean required,
      @Say("The only brand whose cases have it; null for all.") @Nullable Long brandId,
      @Say("The only team whose cases have it; null for all.") @Nullable Long teamId) {
    static FieldJson of(Field f) {
      return new FieldJson(
          f.id(), f.key(), f.name(), f.kind(), f.choices(), f.required(), f.brandId(), f.teamId());
    }
  }

  @Operation(
      name = "list_fields",
      does = "List the fields of the house",
      more = "Those that are asked, by number.",
      scope = "cases:read")
  @GetMapping("/api/v1/fields")
  Items<FieldJson> list(Asked<NoFilter> asked, Viewer by) {
    List<Field> found =
        fields.asked().stream()
            .filter(f -> f.id() > asked.afterId())
            .sorted(Comparator.comparing(Field::id))
            .limit(asked.most())
            .toList();
    return asked.page(found, f -> Place.of(f.id()), FieldJson::of);
  }

  @Operation(
      name = "fill_fields",
      does = "Fill fields of a case",
      more = "Those that are named; others stay as they are. An empty value leaves nothing in it.",
      scope = "cases:write")
  @PostMapping("/api/v1/cases/{id}/fields")
  Reply<CaseFileJson> fill(@PathVariable long id, ApiCall call, Sent<FillingJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          writes.fill(id, sent.body().fields(), by);
          return Reply.Done.ok(reads.of(id, by));
        });
  }
}
