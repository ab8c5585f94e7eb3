package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.NotFound;
import amends.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody sees, handles or approves a complaint about themselves. */
class ConductComplaintsTest extends Telling {
  @Autowired ConductComplaints complaints;
  @Autowired Restrictions restrictions;

  private static final Conduct.Words WORDS =
      new Conduct.Words("A complaint about a colleague", "We answer your complaint", "Look");

  private Instant tomorrow() {
    return clock.instant().plus(Duration.ofDays(1));
  }

  private Conduct aboutTom(Long... handlers) {
    return new Conduct(world.tom.id(), Set.of(handlers), "He hung up on her.", tomorrow());
  }

  @Test
  void theColleagueNeverSeesItNorDoesTheCaseThatItCameFromTellOfIt() {
    Case matter = ruthWrites("A rude call", "Somebody hung up.");
    long id = complaints.open(matter.id(), aboutTom(world.admin.id()), WORDS, world.hanna);

    assertThatThrownBy(() -> cases.see(id, world.tom)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> cases.see(id, world.priya)).isInstanceOf(NotFound.class);
    assertThat(cases.see(id, world.admin).restricted()).isTrue();
    assertThat(complaints.linked(matter.id(), world.hanna)).containsExactly(id);
    assertThat(complaints.linked(matter.id(), world.tom)).isEmpty();
    assertThat(journal.history(matter.asSubject()).toString()).doesNotContain("conduct");
    assertThatThrownBy(() -> cases.handOver(id, "person:" + world.tom.id(), "yours", world.hanna))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> restrictions.close(id, world.hanna)).isInstanceOf(Refusal.class);
    post.deliver();
  }

  @Test
  void nobodyHandlesAComplaintAboutThemselves() {
    Case matter = ruthWrites("A cold call", "Somebody was cold.");

    assertThatThrownBy(
            () -> complaints.open(matter.id(), aboutTom(world.tom.id()), WORDS, world.hanna))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () -> complaints.open(matter.id(), aboutTom(world.hanna.id()), WORDS, world.tom))
        .isInstanceOf(Refusal.class);
    post.deliver();
  }
}
