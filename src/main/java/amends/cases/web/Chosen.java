package amends.cases.web;

import amends.cases.Filter;
import amends.cases.Queue;
import amends.cases.Round;
import amends.shared.page.Page;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which cases were chosen in the queue: those that were ticked, or all that the view shows. */
@Component
final class Chosen {
  private final Queue queue;
  private final Permits permits;
  private final FilterForms forms;

  Chosen(Queue queue, Permits permits, FilterForms forms) {
    this.queue = queue;
    this.permits = permits;
    this.forms = forms;
  }

  /** Numbers in what was typed; what is no number names no case. */
  static List<Long> numbers(List<String> typed) {
    return typed.stream().filter(one -> one.matches("\\d{1,18}")).map(Long::valueOf).toList();
  }

  /** The next moments due first, as many as one reply can go to. */
  List<Long> all(Page page, Viewer viewer, Map<String, String> typed) {
    Filter filter = forms.read(typed, viewer);
    QueueView.View view =
        filter.isNone()
            ? QueuePages.chosen(typed.getOrDefault("view", ""), viewer)
            : QueueView.View.ALL;
    Queue.Look look =
        new Queue.Look(
            Queue.View.valueOf(view.name()), viewer, permits.visible(viewer), page.now(), filter);
    return queue.page(look, null, Round.MOST).stream().map(found -> found.row().id()).toList();
  }
}
