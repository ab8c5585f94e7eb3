package amends.cases.web;

import amends.cases.Case;
import amends.remedies.Remedies;
import amends.remedies.Remedy;
import amends.remedies.RemedyGrant;
import amends.remedies.Suspicion;
import amends.remedies.Suspicions;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Patterns among grants, for the few who look into them: quietly, and apart from backing. */
@Controller
final class PatternPages {
  private static final int MOST = 30;

  private final Suspicions suspicions;
  private final Permits permits;
  private final GrantLines lines;
  private final ApprovalPages.Matters matters;
  private final Remedies remedies;

  PatternPages(
      Suspicions suspicions,
      Permits permits,
      GrantLines lines,
      ApprovalPages.Matters matters,
      Remedies remedies) {
    this.suspicions = suspicions;
    this.permits = permits;
    this.lines = lines;
    this.matters = matters;
    this.remedies = remedies;
  }

  @GetMapping("/remedies/patterns")
  ModelAndView show(Ask ask) {
    permits.requireSomewhere(ask.viewer(), Permission.STOP_REMEDY);
    return page(ask, null);
  }

  @PostMapping("/remedies/patterns/{id}")
  ModelAndView look(Ask ask, RedirectAttributes next) {
    permits.requireSomewhere(ask.viewer(), Permission.STOP_REMEDY);
    boolean something = ask.field("do").equals("confirm");
    String words = ask.field("words").strip();
    try {
      if (something) {
        suspicions.confirm(ask.id(), words, ask.viewer());
      } else {
        suspicions.clear(ask.id(), words, ask.viewer());
      }
    } catch (Refusal refusal) {
      ModelAndView again = page(ask, refusal);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    next.addFlashAttribute(
        Pages.FLASH,
        ask.page()
            .t()
            .say(something ? "cases.patterns.done.confirm" : "cases.patterns.done.clear"));
    return new ModelAndView("redirect:/remedies/patterns");
  }

  private ModelAndView page(Ask ask, @Nullable Refusal refusal) {
    List<PatternsView.Row> rows =
        suspicions.queue(ask.viewer(), MOST).stream()
            .map(suspicion -> row(ask, suspicion, refusal))
            .toList();
    return new ModelAndView("cases/patterns", "v", new PatternsView(ask.page(), rows));
  }

  private PatternsView.Row row(Ask ask, Suspicion suspicion, @Nullable Refusal refusal) {
    Voice t = ask.page().t();
    boolean refused = refusal != null && suspicion.id() == ask.id();
    var grant = suspicion.grant();
    Case matter = matters.seen(ask, grant.about().id());
    String what = lines.what(t, grant.remedyId(), grant.amount());
    List<RemediesView.Link> links = new ArrayList<>();
    links.add(
        new RemediesView.Link(
            t.say(
                "cases.patterns.grant",
                what,
                lines.words().person(t, grant.ruledBy()),
                matters.customer(grant.customerId()),
                t.at(grant.grantedAt(), ask.page().now())),
            matter == null ? "" : "/cases/" + matter.id() + "/remedies"));
    if (matter != null) {
      links.addAll(stopping(t, grant));
    }
    return new PatternsView.Row(
        suspicion.id(),
        t.say("remedies.suspicion." + suspicion.rule(), suspicion.found()),
        t.say("cases.patterns.since", t.at(suspicion.seenAt(), ask.page().now())),
        links,
        refused && refusal != null ? t.say(refusal) : null,
        refused ? ask.field("words") : "");
  }

  /** Where it can be stopped: the grant itself, or each part of a package. */
  private List<RemediesView.Link> stopping(Voice t, RemedyGrant grant) {
    boolean whole = grant.kind() == Remedy.Kind.PACKAGE;
    return remedies.of(grant.about()).stream()
        .filter(one -> whole ? equal(one.packageId(), grant.id()) : one.id() == grant.id())
        .map(one ->
            new RemediesView.Link(
                t.say("cases.patterns.stop", lines.what(t, one.remedyId(), one.amount())),
                "/payments/grants/" + one.id() + "#stop-it"))
        .toList();
  }

  private static boolean equal(@Nullable Long one, long other) {
    return one != null && one == other;
  }
}
