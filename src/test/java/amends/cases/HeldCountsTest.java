package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.HeldKind;
import amends.shared.page.Page;
import amends.staff.Tally;
import amends.staff.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the navigation counts as held is what the viewer finds in the list. */
class HeldCountsTest extends Telling {
  @Autowired List<Tally> tallies;

  private Page.Counts counts(Viewer viewer) {
    Page.Counts counts = Page.Counts.NONE;
    for (Tally tally : tallies) {
      counts = tally.add(counts, viewer);
    }
    return counts;
  }

  @Test
  void whatBelongsToACaseIsCountedForThoseWhoMaySeeIt() {
    Case opened = ruthWrites("My jug", "In two pieces.");
    post.deliver();
    away("<away-1@adeyemi.example>", emailAddress(opened));
    away("<away-2@adeyemi.example>", "help@fernhill.example");

    assertThat(counts(world.priya).tray()).isEqualTo(2);
    assertThat(counts(world.admin).tray()).isEqualTo(2);
    assertThat(counts(world.sam).tray()).as("of another team").isEqualTo(1);
    messages.held(HeldKind.TRAY, null, 10).forEach(this::dismiss);
    assertThat(counts(world.priya).tray()).isZero();
  }

  @Test
  void whatIsLateIsNotCalledOutToThoseWhoMayNotSeeIt() {
    Case opened = ruthWrites("My lamp", "It flickers.");
    post.deliver();
    away("<away-3@adeyemi.example>", emailAddress(opened));
    clock.set(messages.held(HeldKind.TRAY, null, 1).getFirst().dueAt());
    ring();

    assertThat(counts(world.priya).heldLate()).isTrue();
    assertThat(counts(world.sam).heldLate()).isFalse();
    messages.held(HeldKind.TRAY, null, 10).forEach(this::dismiss);
  }

  private void away(String id, String to) {
    post.lay(
        "ruth@adeyemi.example",
        to,
        "From: Ruth <ruth@adeyemi.example>\nTo: "
            + to
            + "\nSubject: Away\nAuto-Submitted: auto-replied\nMessage-ID: "
            + id
            + "\n\nI am away.\n");
  }
}
