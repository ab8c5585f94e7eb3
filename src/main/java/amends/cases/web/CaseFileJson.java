package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseFile;
import amends.cases.CaseList;
import amends.cases.FieldValue;
import amends.promises.Promise;
import amends.shared.api.Say;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A case with everything that was said and promised in it. */
record CaseFileJson(
    @Say("The case itself.") CaseJson matter,
    @Say("Every promise that was ever made in it, the oldest first.") List<PromiseJson> promises,
    @Say("What each side says happened.") List<StatementJson> statements,
    @Say("In and out, the oldest first; null for a token without messages:read.")
        @Nullable List<MessageJson> messages) {

  /** One side's telling of what happened. */
  record StatementJson(
      @Say(value = "Whose: customer or colleague.", example = "customer") String side,
      @Say(value = "Who tells it.", example = "Ruth Adeyemi") String who,
      @Say(value = "In their words.", example = "It was in two pieces.") String words,
      @Say(value = "When it was taken down.", example = "2026-05-12T13:07:00Z") Instant at) {}

  static CaseFileJson of(CaseFile file, List<FieldValue> fields, Viewer by) {
    boolean messages = by.scopes() == null || by.scopes().contains("messages:read");
    return new CaseFileJson(
        CaseJson.of(new CaseList.Listed(file.matter(), next(file)), fields),
        file.promises().stream().map(p -> PromiseJson.of(p)).toList(),
        file.told().statements().stream()
            .map(s -> new StatementJson(s.side(), s.who(), s.words(), s.at()))
            .toList(),
        messages ? file.messages().stream().map(MessageJson::of).toList() : null);
  }

  private static @Nullable String next(CaseFile file) {
    Case matter = file.matter();
    return file.promises().stream()
        .filter(p -> Objects.equals(p.id(), matter.nextPromiseId()))
        .map(Promise::words)
        .findFirst()
        .orElse(null);
  }
}
