package amends.cases.web;

import amends.cases.Case;
import amends.cases.TakeBacks;
import amends.remedies.RemedyGrant;
import amends.remedies.Undoing;
import amends.shared.Texts.Voice;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the viewer did a moment ago and can still undo: a reply, or something they gave. */
@Component
final class Undos {
  private final TakeBacks takeBacks;
  private final Undoing undoing;
  private final GrantLines lines;

  Undos(TakeBacks takeBacks, Undoing undoing, GrantLines lines) {
    this.takeBacks = takeBacks;
    this.undoing = undoing;
    this.lines = lines;
  }

  /** What the viewer approved a moment ago. */
  List<CaseView.Undo> approved(Ask ask) {
    return undoing.approved(ask.viewer()).stream()
        .map(open -> given(ask.page().t(), "undo-grant-" + open.grant().id(), open))
        .toList();
  }

  private CaseView.Undo given(Voice t, String id, Undoing.Open open) {
    RemedyGrant grant = open.grant();
    return new CaseView.Undo(
        id,
        "/cases/" + grant.about().id() + "/remedies/" + grant.id() + "/undoing",
        open.until(),
        t.say("cases.remedy.undo.held", lines.what(t, grant.remedyId(), grant.amount())));
  }

  /** The last that leaves comes first: it is what the key undoes. */
  List<CaseView.Undo> of(Opened opened) {
    Case matter = opened.file().matter();
    Voice t = opened.t();
    Stream<CaseView.Undo> reply =
        takeBacks
            .open(matter.id(), opened.viewer())
            .map(open ->
                new CaseView.Undo(
                    "undo",
                    "/cases/" + matter.id() + "/replies/" + open.messageId() + "/undoing",
                    open.until(),
                    t.say("cases.undo.held")))
            .stream();
    Stream<CaseView.Undo> given =
        undoing
            .open(matter.asSubject(), opened.viewer())
            .map(open -> given(t, "undo-grant", open))
            .stream();
    return Stream.concat(reply, given)
        .sorted(Comparator.comparing(CaseView.Undo::until).reversed())
        .toList();
  }
}
