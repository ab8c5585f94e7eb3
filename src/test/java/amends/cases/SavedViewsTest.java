package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Filters over the queue, and views that keep them by name. */
class SavedViewsTest extends Telling {
  private static final Filter UNOWNED = new Filter("nobody", null, null, "", "", "", "", "");
  private static final Filter WAITING = new Filter("", null, null, "", "customer", "", "", "");

  @Autowired SavedViews views;
  @Autowired Queue queue;
  @Autowired DeskCounts counts;
  @Autowired Permits permits;

  private List<Long> shown(Filter filter, Viewer viewer) {
    Queue.Look look = look(filter, viewer);
    return List.of(Queue.Part.values()).stream()
        .flatMap(part -> queue.part(look, part, 100).stream())
        .map(Queue.Row::id)
        .toList();
  }

  private Queue.Look look(Filter filter, Viewer viewer) {
    Instant now = clock.instant();
    return new Queue.Look(Queue.View.ALL, viewer, permits.visible(viewer), now, filter);
  }

  @Test
  void aFilterShowsWhatFitsAndTheCountAgrees() {
    Case mine = ruthWrites("The filtered lamp", "It flickers 100% of the time.");
    Case other = ruthWrites("The filtered fan", "It hums.");
    cases.reply(mine.id(), nothingMore("Here is a new one."), world.priya);

    assertThat(shown(new Filter("me", null, null, "", "", "", "filtered", ""), world.priya))
        .containsExactly(mine.id());
    assertThat(shown(new Filter("nobody", null, null, "", "", "", "FILTERED", ""), world.tom))
        .containsExactly(other.id());
    assertThat(shown(new Filter("", null, null, "", "any", "", "filtered", "ruth"), world.tom))
        .containsExactly(mine.id());
    assertThat(shown(new Filter("", null, null, "", "", "", "100%", ""), world.tom))
        .containsExactly(mine.id());
    assertThat(shown(new Filter("", null, null, "", "", "", "_00%", ""), world.tom)).isEmpty();
    assertThat(shown(new Filter("", null, null, "settled", "", "week", "filtered", ""), world.tom))
        .isEmpty();
    assertThat(counts.counts(look(Filter.NONE, world.tom), List.of(UNOWNED, WAITING, Filter.NONE)))
        .containsExactly(
            shown(UNOWNED, world.tom).size(),
            shown(WAITING, world.tom).size(),
            shown(Filter.NONE, world.tom).size());
    assertThat(shown(new Filter("", null, null, "", "", "", "filtered", ""), world.sam)).isEmpty();
  }

  @Test
  void aViewIsForItsMakerUntilItIsSharedWithATeam() {
    long id = views.save("Nobody has these", null, UNOWNED, world.priya);
    assertThat(views.of(world.priya)).extracting(SavedViews.SavedView::id).contains(id);
    assertThatThrownBy(() -> views.get(id, world.tom)).isInstanceOf(NotFound.class);

    views.change(id, "Nobody’s yet", world.home.id(), UNOWNED, world.priya);
    assertThat(views.get(id, world.tom).name()).isEqualTo("Nobody’s yet");
    assertThatThrownBy(() -> views.delete(id, world.tom)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> views.get(id, world.sam)).isInstanceOf(NotFound.class);

    views.delete(id, world.priya);
    assertThat(views.of(world.tom)).extracting(SavedViews.SavedView::id).doesNotContain(id);
  }

  @Test
  void aViewNeedsANameAFilterAndATeamOfOnesOwn() {
    assertThatThrownBy(() -> views.save(" ", null, UNOWNED, world.priya))
        .hasMessage("cases.view.name.missing");
    assertThatThrownBy(() -> views.save("All", null, Filter.NONE, world.priya))
        .hasMessage("cases.view.empty");
    assertThatThrownBy(() -> views.save("A", world.workshop.id(), UNOWNED, world.priya))
        .hasMessage("cases.view.shared.not-yours");
    views.save("Twice", null, UNOWNED, world.priya);
    assertThatThrownBy(() -> views.save("Twice", null, WAITING, world.priya))
        .hasMessage("cases.view.name.taken");
  }
}
