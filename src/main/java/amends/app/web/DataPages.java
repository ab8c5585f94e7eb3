package amends.app.web;

import amends.app.Retention;
import amends.customers.Holds;
import amends.shared.Chore;
import amends.shared.FixedPeriod;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long the house keeps what, and what it holds. */
@Controller
final class DataPages {
  private static final int MOST = 200;

  private final Permits permits;
  private final Retention retention;
  private final Holds holds;
  private final ObjectProvider<Chore> chores;

  DataPages(Permits permits, Retention retention, Holds holds, ObjectProvider<Chore> chores) {
    this.permits = permits;
    this.retention = retention;
    this.holds = holds;
    this.chores = chores;
  }

  @GetMapping("/data")
  ModelAndView show(Page page, Viewer viewer) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return shown(page, "");
  }

  @PostMapping("/data")
  ModelAndView change(
      Page page, Viewer viewer, @RequestParam Map<String, String> typed, RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    try {
      String days = typed.getOrDefault("days", "");
      int read = days.matches("\\d{1,5}") ? Integer.parseInt(days) : -1;
      retention.keep(typed.getOrDefault("kind", ""), read, viewer.actor());
    } catch (Refusal refusal) {
      ModelAndView again = shown(page, page.t().say(refusal.key()));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    next.addFlashAttribute(Pages.FLASH, page.t().say("app.data.done"));
    return new ModelAndView("redirect:/data");
  }

  private ModelAndView shown(Page page, String trouble) {
    List<DataView.Row> rows = retention.periods().stream().map(p -> row(page, p)).toList();
    List<DataView.Held> held =
        holds.all(MOST).stream()
            .map(h ->
                new DataView.Held(
                    link(h.subject()),
                    page.t().say("app.data.held." + h.subject().kind(), "" + h.subject().id()),
                    h.reason(),
                    page.t().say("app.data.review", page.t().date(h.reviewAt()))))
            .toList();
    return new ModelAndView("app/data", "v", new DataView(page, rows, fixed(page), held, trouble));
  }

  private List<DataView.Fixed> fixed(Page page) {
    return chores.stream()
        .flatMap(chore -> chore.keeps().stream())
        .sorted(Comparator.comparing(FixedPeriod::kind))
        .map(p ->
            new DataView.Fixed(page.t().say("app.data.fixed." + p.kind()), span(page, p.kept())))
        .toList();
  }

  private static String span(Page page, Duration kept) {
    return kept.toDays() > 0
        ? page.t().counted("app.data.fixed.days", kept.toDays())
        : kept.toHours() > 0
            ? page.t().counted("app.data.fixed.hours", kept.toHours())
            : page.t().counted("app.data.fixed.minutes", kept.toMinutes());
  }

  private static DataView.Row row(Page page, Retention.Period period) {
    Instant run = period.runAt();
    String says =
        run == null
            ? page.t().say("app.data.not-yet", period.older())
            : page.t().say("app.data.ran", page.t().date(run), period.forgotten(), period.older());
    return new DataView.Row(
        period.kind(), page.t().say("app.data.kind." + period.kind()), period.days(), says);
  }

  private static String link(Subject subject) {
    return subject.kind().equals("case")
        ? "/cases/" + subject.id()
        : "/customers/" + subject.id() + "/data";
  }
}
