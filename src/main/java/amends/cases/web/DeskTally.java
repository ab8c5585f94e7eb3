package amends.cases.web;

import amends.cases.DeskCounts;
import amends.cases.Queue;
import amends.cases.SavedViews;
import amends.cases.SavedViews.SavedView;
import amends.journal.Journal;
import amends.shared.page.Page;
import amends.staff.Permits;
import amends.staff.Tally;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How many cases each view of the desk shows. */
@Component
final class DeskTally implements Tally {
  private final DeskCounts cases;
  private final Permits permits;
  private final InstantSource clock;
  private final SavedViews views;
  private final Journal journal;

  DeskTally(
      DeskCounts cases, Permits permits, InstantSource clock, SavedViews views, Journal journal) {
    this.cases = cases;
    this.permits = permits;
    this.clock = clock;
    this.views = views;
    this.journal = journal;
  }

  @Override
  public Page.Counts add(Page.Counts before, Viewer viewer) {
    long seal = journal.sealed();
    Queue.Look look =
        new Queue.Look(Queue.View.ALL, viewer, permits.visible(viewer), clock.instant());
    Map<Queue.View, Long> counts = cases.counts(look);
    return new Page.Counts(
        count(counts, Queue.View.MINE),
        count(counts, Queue.View.TEAM),
        count(counts, Queue.View.UNOWNED),
        count(counts, Queue.View.SOON),
        count(counts, Queue.View.BROKEN),
        before.quarantine(),
        before.tray(),
        before.heldLate(),
        count(counts, Queue.View.WAITING),
        saved(look),
        seal,
        before.mentions());
  }

  private List<Page.Saved> saved(Queue.Look look) {
    List<SavedView> all = views.of(look.viewer());
    List<Integer> counts = cases.counts(look, all.stream().map(SavedView::filter).toList());
    return IntStream.range(0, all.size())
        .mapToObj(i -> new Page.Saved(all.get(i).id(), all.get(i).name(), counts.get(i)))
        .toList();
  }

  private static int count(Map<Queue.View, Long> counts, Queue.View view) {
    return Math.toIntExact(counts.getOrDefault(view, 0L));
  }
}
