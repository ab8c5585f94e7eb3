package amends.cases.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import amends.cases.Filter;
import amends.cases.Queue;
import amends.cases.Shifts;
import amends.shared.Acts;
import amends.shared.page.Page;
import amends.shared.page.Rest;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The queue. What was searched for here has a page of its own. */
@Controller
final class QueuePages {
  private static final int PAGE = 50;

  private final Queue queue;
  private final Permits permits;
  private final FilterForms forms;
  private final Shifts shifts;
  private final Acts acts;

  QueuePages(Queue queue, Permits permits, FilterForms forms, Shifts shifts, Acts acts) {
    this.queue = queue;
    this.permits = permits;
    this.forms = forms;
    this.shifts = shifts;
    this.acts = acts;
  }

  @GetMapping("/cases")
  ModelAndView show(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String view,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after,
      @RequestParam Map<String, String> typed) {
    if (!q.isBlank()) {
      return new ModelAndView(new RedirectView("/search?q=" + URLEncoder.encode(q, UTF_8)));
    }
    return new ModelAndView(
        "cases/queue", "v", acts.read(() -> read(page, viewer, view, after, typed)));
  }

  private QueueView read(
      Page page, Viewer viewer, String view, String after, Map<String, String> typed) {
    Filter filter = forms.read(typed, viewer);
    QueueView.View chosen = filter.isNone() ? chosen(view, viewer) : QueueView.View.ALL;
    return queued(
        page,
        viewer,
        forms.shown(page, viewer, typed, filter, chosen),
        look(page, viewer, chosen, filter),
        Places.read(after));
  }

  /** Without a choice: what one shares, or what nobody has. */
  static QueueView.View chosen(String code, Viewer viewer) {
    for (QueueView.View view : QueueView.View.values()) {
      if (view.code().equals(code)) {
        return view;
      }
    }
    return viewer.teams().isEmpty() ? QueueView.View.UNOWNED : QueueView.View.TEAM;
  }

  private Queue.Look look(Page page, Viewer viewer, QueueView.View view, Filter filter) {
    return new Queue.Look(
        Queue.View.valueOf(view.name()), viewer, permits.visible(viewer), page.now(), filter);
  }

  private QueueView queued(
      Page page,
      Viewer viewer,
      QueueView.Filters filters,
      Queue.Look look,
      Optional<Queue.Place> after) {
    QueueView.View view = QueueView.View.valueOf(look.view().name());
    List<Queue.Found> found = queue.page(look, after.orElse(null), PAGE + 1);
    List<Queue.Found> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
    QueueRows rows = new QueueRows(page, viewer);
    Map<Queue.Group, Integer> counts = queue.groups(look);
    String nextDue = shown.isEmpty() && view == QueueView.View.BROKEN ? nextDue(page, look) : null;
    QueueView whole =
        new QueueView(
            page,
            view,
            "",
            rows.groups(shown.stream().map(Queue.Found::row).toList(), counts),
            nextDue,
            Rest.NOTHING,
            filters,
            shifts.offered(look.viewer()));
    return whole.with(
        rest(page, whole.here(), after.isPresent(), found.size() > PAGE ? shown.getLast() : null));
  }

  private @Nullable String nextDue(Page page, Queue.Look look) {
    Queue.Look all = new Queue.Look(Queue.View.ALL, look.viewer(), look.visible(), look.now());
    return queue.part(all, Queue.Part.RUNNING, 1).stream()
        .map(Queue.Row::dueAt)
        .findFirst()
        .map(due -> page.t().at(due, page.now()))
        .orElse(null);
  }

  private static Rest rest(Page page, String here, boolean later, Queue.@Nullable Found last) {
    String next = null;
    if (last != null) {
      Instant due = last.row().dueAt();
      next =
          due == null ? null : here + "&after=" + Places.write(last.part(), due, last.row().id());
    }
    return new Rest(later ? here : null, next, page.t().say("cases.queue.more", PAGE));
  }
}
