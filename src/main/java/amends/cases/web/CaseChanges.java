package amends.cases.web;

import amends.cases.About;
import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Tags;
import amends.cases.web.CaseAsks.CaseChangeJson;
import amends.shared.Acts;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiProblem;
import amends.shared.api.Sent;
import amends.staff.Viewer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a program may change of a case over the version that it has read. */
@Component
final class CaseChanges {
  private final Acts acts;
  private final Cases cases;
  private final CaseReads reads;
  private final Tags tags;
  private final Matters matters;

  CaseChanges(Acts acts, Cases cases, CaseReads reads, Tags tags, Matters matters) {
    this.acts = acts;
    this.cases = cases;
    this.reads = reads;
    this.tags = tags;
    this.matters = matters;
  }

  CaseFileJson change(long id, ApiCall call, Sent<CaseChangeJson> sent, Viewer by) {
    return acts.call(() -> {
      cases.understand(
          id,
          matter -> {
            call.demandVersion(reads.of(id, by));
            return about(matter, sent);
          },
          by);
      if (sent.has("country")) {
        matters.lands().say(id, sent.body().country(), by);
      }
      List<String> wanted = sent.body().tags();
      if (wanted != null) {
        tags.set(id, Tags.read(String.join("\n", wanted)), by);
      } else if (sent.has("tags")) {
        throw ApiProblem.invalid("tags", "cases.api.no-null-tags");
      }
      return reads.of(id, by);
    });
  }

  private About about(Case matter, Sent<CaseChangeJson> sent) {
    CaseChangeJson said = sent.body();
    return new About(
        sent.has("asks") ? blankToNull(said.asks()) : matter.asks(),
        sent.has("mood") ? said.mood() : matter.mood(),
        sent.has("order") ? id(said.order(), matters::order) : matter.orderId(),
        sent.has("unit") ? id(said.unit(), matters::unit) : matter.unitId());
  }

  private static @Nullable Long id(
      @Nullable String number, Function<String, @Nullable Long> found) {
    return number == null ? null : found.apply(number);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
