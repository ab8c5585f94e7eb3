package amends.complaints.web;

import amends.complaints.ComplaintsSeen;
import amends.complaints.ComplaintsSeen.Seen;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Say;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

@ApiRoutes(
    title = "Formal complaints",
    about = "Matters that are held by the rules of a law or a scheme, with what is due next.")
final class ComplaintApi {
  private static final int MOST = 10_000;

  private final ComplaintsSeen seen;
  private final Permits permits;

  ComplaintApi(ComplaintsSeen seen, Permits permits) {
    this.seen = seen;
    this.permits = permits;
  }

  /** Nothing to filter by. */
  record ComplaintFilter() {}

  /** A formal complaint whose case is open. */
  record ComplaintJson(
      @Say(value = "The case.", example = "1001") long caseId,
      @Say(value = "The codes of the rules that it is held by.", example = "[\"disp\"]")
          List<String> rules,
      @Say(
              value =
                  "The code of the clock that is due next; null when all that was owed is sent.",
              example = "final-response")
          @Nullable String clock,
      @Say("When it is due.") @Nullable Instant dueAt) {
    static ComplaintJson of(Seen one) {
      return new ComplaintJson(one.caseId(), one.regimes(), one.rule(), one.nextDue());
    }
  }

  @Operation(
      name = "list_complaints",
      does = "List formal complaints",
      more = "Those whose case is open, in the order of their cases, as far as the token reaches.",
      scope = "cases:read")
  @GetMapping("/api/v1/complaints")
  Items<ComplaintJson> complaints(Asked<ComplaintFilter> asked, Viewer by) {
    List<Seen> behind =
        seen.open(permits.visible(by), MOST).stream()
            .sorted(Comparator.comparingLong(Seen::caseId))
            .filter(one -> one.caseId() > asked.afterId())
            .limit(asked.most())
            .toList();
    return asked.page(behind, one -> Place.of(one.caseId()), ComplaintJson::of);
  }
}
