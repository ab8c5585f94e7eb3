package amends.cases.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import amends.cases.Filter;
import amends.cases.Queue;
import amends.cases.Shifts;
import amends.shared.page.Page;
import amends.shared.page.Rest;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
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

  QueuePages(Queue queue, Permits permits, FilterForms forms, Shifts shifts) {
    this.queue = queue;
    this.permits = permits;
    this.forms = forms;
    this.shifts = shifts;
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
    Filter filter = forms.read(typed, viewer);
    QueueView.View chosen = filter.isNone() ? chosen(view, viewer) : QueueView.View.ALL;
    QueueView shown =
        queued(
            page,
            viewer,
            forms.shown(page, viewer, typed, filter, chosen),
            look(page, viewer, chosen, filter),
            Places.read(after));
    return new ModelAndView("cases/queue", "v", shown);
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
    List<Found> found = rows(look, after);
    List<Found> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
    QueueRows rows = new QueueRows(page, viewer);
    Map<Queue.Group, Integer> counts = queue.groups(look);
    String nextDue = shown.isEmpty() && view == QueueView.View.BROKEN ? nextDue(page, look) : null;
    QueueView whole =
        new QueueView(
            page,
            view,
            "",
            rows.groups(shown.stream().map(Found::row).toList(), counts),
            nextDue,
            Rest.NOTHING,
            filters,
            shifts.offered(look.viewer()));
    return whole.with(
        rest(page, whole.here(), after.isPresent(), found.size() > PAGE ? shown.getLast() : null));
  }

  private record Found(Queue.Part part, Queue.Row row) {}

  /** One more than a page, part by part; a part that is before the place is skipped. */
  private List<Found> rows(Queue.Look look, Optional<Queue.Place> after) {
    List<Found> found = new ArrayList<>();
    for (Queue.Part part : Queue.Part.values()) {
      int most = PAGE + 1 - found.size();
      boolean passed = after.isPresent() && part.compareTo(after.get().part()) < 0;
      if (most > 0 && !passed) {
        Queue.Place from = after.filter(place -> place.part() == part).orElse(null);
        queue.page(look, part, from, most).forEach(row -> found.add(new Found(part, row)));
      }
    }
    return found;
  }

  private @Nullable String nextDue(Page page, Queue.Look look) {
    Queue.Look all = new Queue.Look(Queue.View.ALL, look.viewer(), look.visible(), look.now());
    return queue.page(all, Queue.Part.RUNNING, null, 1).stream()
        .map(Queue.Row::dueAt)
        .findFirst()
        .map(due -> page.t().at(due, page.now()))
        .orElse(null);
  }

  private static Rest rest(Page page, String here, boolean later, @Nullable Found last) {
    String next = null;
    if (last != null) {
      Instant due = last.row().dueAt();
      next =
          due == null ? null : here + "&after=" + Places.write(last.part(), due, last.row().id());
    }
    return new Rest(later ? here : null, next, page.t().say("cases.queue.more", PAGE));
  }
}
