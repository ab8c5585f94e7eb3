package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseFile;
import amends.cases.Cases;
import amends.cases.Steps;
import amends.customers.Need;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of one case together. */
@Component
final class CasePage {
  private final Cases cases;
  private final Folders folders;
  private final Steps steps;
  private final Composers composers;
  private final Sides sides;

  CasePage(Cases cases, Folders folders, Steps steps, Composers composers, Sides sides) {
    this.cases = cases;
    this.folders = folders;
    this.steps = steps;
    this.composers = composers;
    this.sides = sides;
  }

  /** Without the place where one writes: what changes while the page is open. */
  ModelAndView parts(Ask ask, String have) {
    Opened opened = folders.open(ask);
    CaseView view = view(opened, Composer.none());
    return new ModelAndView("cases/parts", "v", CaseParts.of(view, have));
  }

  ModelAndView shown(Ask ask, String compose, Form form) {
    Opened opened = folders.open(ask);
    return new ModelAndView("cases/case", "v", view(opened, composers.of(opened, compose, form)));
  }

  private CaseView view(Opened opened, Composer composer) {
    List<Need> needs = sides.needs(opened.customer());
    CaseView.Acts acts = acts(opened.viewer(), opened.file());
    return new CaseView(
        opened.page(),
        Heads.of(opened, !needs.isEmpty()),
        steps(opened),
        Timeline.of(opened, sides.remedies(opened)),
        composer,
        sides.of(opened, needs, acts.handOver()),
        acts,
        composers.here(opened));
  }

  /** The form of that name, or the first. */
  String mode(String asked) {
    return Composers.MODES.contains(asked) ? asked : Composers.MODES.getFirst();
  }

  private List<CaseView.Step> steps(Opened opened) {
    Long owner = opened.file().matter().ownerId();
    String name = owner == null ? "" : opened.names().person(owner);
    List<CaseView.Step> shown = new ArrayList<>();
    boolean nextIsShown = false;
    for (Steps.Step step : steps.of(opened.file(), opened.customer(), name)) {
      String state = step.done() ? "done" : nextIsShown ? "open" : "next";
      nextIsShown = nextIsShown || !step.done();
      String evidence = opened.t().say(step.key(), evidence(opened, step));
      shown.add(new CaseView.Step(step.code(), state, evidence));
    }
    return shown;
  }

  /** Moments in few words: six steps stand beside each other. */
  private static Object[] evidence(Opened opened, Steps.Step step) {
    return step.args().stream()
        .map(arg -> arg instanceof Instant at ? opened.t().at(at, opened.now()) : arg)
        .toArray();
  }

  private CaseView.Acts acts(Viewer viewer, CaseFile file) {
    Case matter = file.matter();
    boolean settles = !matter.closed() && cases.may(viewer, Permission.SETTLE, matter);
    boolean works = !matter.closed() && cases.may(viewer, Permission.WORK_CASE, matter);
    return new CaseView.Acts(
        settles && !matter.settled(),
        works,
        settles && matter.settled(),
        settles && file.hinders().isEmpty(),
        matter.settled() && cases.may(viewer, Permission.REOPEN, matter),
        works && !matter.settled(),
        works && file.waits() != null);
  }
}
