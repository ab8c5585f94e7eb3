package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.staff.Absence;
import amends.staff.Absences;
import amends.staff.Viewer;
import amends.testing.Clicks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** At the end of a shift: one act, accepted by whoever is there, lost in no case. */
class ShiftsTest extends Telling {
  @Autowired Shifts shifts;
  @Autowired Absences absences;
  @Autowired MockMvc mvc;

  private Case mine(String subject) {
    Case matter = matter(subject);
    cases.handOver(matter.id(), "person:" + world.priya.id(), "Mine.", world.priya);
    return now(matter);
  }

  private Shift.Handing handing(String owner, Case... cases) {
    Map<Long, String> words = new HashMap<>();
    for (Case each : cases) {
      words.put(each.id(), each == cases[0] ? "The carrier calls back at four." : "");
    }
    return new Shift.Handing(
        owner, "All were told today.", clock.instant().plus(Duration.ofHours(20)), words);
  }

  private String person(Viewer viewer) {
    return "person:" + viewer.id();
  }

  private static String refusal(Runnable act) {
    try {
      act.run();
      return "";
    } catch (Refusal refusal) {
      return refusal.key();
    }
  }

  @Test
  void showsWhatFallsDueBeforeOneIsBackAndNothingElse() {
    Case jug = mine("Due in five hours");
    matter("Nobody's");
    Instant soon = clock.instant().plus(Duration.ofHours(1));
    assertThat(shifts.due(world.priya, soon)).extracting(Case::id).doesNotContain(jug.id());
    assertThat(shifts.due(world.priya, soon.plus(Duration.ofHours(8))))
        .extracting(Case::id)
        .contains(jug.id());
  }

  @Test
  void whatIsHandedToAPersonStaysWithTheTeamUntilItIsAccepted() {
    Case one = mine("First");
    Case two = mine("Second");
    long id = shifts.hand(handing(person(world.tom), one, two), world.priya);
    assertThat(now(one).ownerId()).isNull();
    assertThat(next(one).owner().team()).isEqualTo(world.home.id());
    assertThat(shifts.offered(world.tom)).isEqualTo(1);
    assertThat(shifts.offered(world.hanna)).isZero();
    assertThat(shifts.offers(world.tom).getFirst().cases())
        .contains(new Shift.Handed(one.id(), "The carrier calls back at four."));
    assertThatThrownBy(() -> shifts.accept(id, world.hanna)).isInstanceOf(NotFound.class);
    assertThat(shifts.accept(id, world.tom)).isEqualTo(2);
    assertThat(now(two).ownerId()).isEqualTo(world.tom.id());
    assertThat(next(two).owner().person()).isEqualTo(world.tom.id());
    assertThat(shifts.offered(world.tom)).isZero();
    assertThatThrownBy(() -> shifts.accept(id, world.tom)).isInstanceOf(NotFound.class);
  }

  @Test
  void whenNobodyAcceptsTheLeadHearsAndTheTeamMayStillAccept() {
    Case jug = mine("Forgotten");
    long id = shifts.hand(handing(person(world.tom), jug), world.priya);
    clock.pass(Duration.ofMinutes(61));
    ring();
    assertThat(notices("escalation")).contains(world.hanna.id());
    assertThat(shifts.offered(world.hanna)).isEqualTo(1);
    assertThat(shifts.offers(world.hanna).getFirst().lapsedAt()).isEqualTo(clock.instant());
    assertThat(shifts.accept(id, world.hanna)).isEqualTo(1);
    assertThat(now(jug).ownerId()).isEqualTo(world.hanna.id());
  }

  private List<Long> notices(String kind) {
    return sql.sql(
            "select person_id from notice where kind = :kind and source_kind = 'shift_handover'")
        .param("kind", kind)
        .query(Long.class)
        .list();
  }

  @Test
  void anAcceptedOneNeverReachesTheLead() {
    Case jug = mine("Accepted in time");
    long id = shifts.hand(handing(person(world.tom), jug), world.priya);
    shifts.accept(id, world.tom);
    int before = notices("escalation").size();
    clock.pass(Duration.ofMinutes(61));
    ring();
    assertThat(notices("escalation")).hasSize(before);
  }

  @Test
  void whatSomebodyTookMeanwhileStaysTheirs() {
    Case one = mine("Taken");
    Case two = mine("Left");
    long id = shifts.hand(handing("team:" + world.home.id(), one, two), world.priya);
    cases.handOver(one.id(), person(world.hanna), "I take it.", world.hanna);
    assertThat(shifts.accept(id, world.tom)).isEqualTo(1);
    assertThat(now(one).ownerId()).isEqualTo(world.hanna.id());
    assertThat(now(two).ownerId()).isEqualTo(world.tom.id());
  }

  @Test
  void refusesNothingOthersCasesOneselfAndWhoIsAway() {
    Case jug = mine("Refused");
    assertThat(refusal(() -> shifts.hand(handing(person(world.tom)), world.priya)))
        .isEqualTo("cases.shift.refuse.nothing");
    assertThat(refusal(() -> shifts.hand(handing(person(world.priya), jug), world.priya)))
        .isEqualTo("cases.shift.refuse.yourself");
    assertThat(refusal(() -> shifts.hand(handing(person(world.hanna), jug), world.tom)))
        .isEqualTo("cases.shift.refuse.not-yours");
    Absence away =
        absences.record(
            world.sam.id(),
            clock.instant(),
            clock.instant().plus(Duration.ofHours(3)),
            Absence.Kind.SHIFT,
            world.sam.actor());
    assertThat(refusal(() -> shifts.hand(handing(person(world.sam), jug), world.priya)))
        .isEqualTo("cases.shift.refuse.away");
    absences.end(away.id(), world.sam.actor());
    assertThat(now(jug).ownerId()).isEqualTo(world.priya.id());
  }

  @Test
  void thePagesLeadThroughItWithoutJavaScript() {
    Clicks clicks = new Clicks(mvc);
    Case jug = mine("A jug by hand");
    assertThat(clicks.page(world.priya, "/cases?view=mine")).contains("End your shift");
    String page = clicks.page(world.priya, "/shift");
    assertThat(page)
        .contains("A jug by hand", "Tom Okafor", "open")
        .containsPattern("name=\"back\"[^>]* value=\"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\"");
    assertThat(
            clicks.refused(
                world.priya,
                "/shift",
                "back",
                "tomorrow 09:00",
                "owner",
                person(world.tom),
                "words",
                "Kept words"))
        .contains("Choose at least one case", "Kept words");
    clicks.done(
        world.priya,
        "/shift",
        "back",
        "tomorrow 09:00",
        "owner",
        person(world.tom),
        "words",
        "Good night.",
        "case_" + jug.id(),
        "yes",
        "word_" + jug.id(),
        "It leaks.",
        "away",
        "yes");
    assertThat(absences.isAbsent(world.priya.id(), clock.instant())).isTrue();
    assertThat(clicks.page(world.tom, "/cases")).contains("hand-over", "/handovers");
    assertThat(clicks.page(world.tom, "/handovers"))
        .contains("Priya Nair hands you", "Good night.", "It leaks.");
    long id = shifts.offers(world.tom).getFirst().id();
    clicks.done(world.tom, "/handovers/" + id + "/acceptance");
    assertThat(clicks.page(world.tom, "/cases?view=mine")).contains("A jug by hand");
    absences.of(world.priya.id()).forEach(a -> absences.end(a.id(), world.priya.actor()));
  }
}
