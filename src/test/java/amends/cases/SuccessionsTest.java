package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.journal.Recorded;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Viewer;
import amends.testing.Fernhill;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is named in a restricted case can change, and never is there one that nobody looks after. */
class SuccessionsTest extends Telling {
  @Autowired Restrictions restrictions;

  private Viewer colleague(String name) {
    Person person =
        staff.add(
            new NewPerson(
                name, name + "-" + test + "@fernhill.example", Locale.UK, Fernhill.LONDON),
            Actor.SYSTEM);
    staff.join(person.id(), world.home.id(), Actor.SYSTEM);
    staff.grant(person.id(), Grant.inTeam(Role.AGENT, world.home.id()), Actor.SYSTEM);
    return staff.viewer(person.id()).orElseThrow();
  }

  private Case restricted(Viewer by, Viewer other) {
    Case matter = ruthWrites("A quiet matter", "Please tell nobody.");
    cases.handOver(matter.id(), "person:" + by.id(), "", by);
    restrictions.open(
        matter.id(), Set.of(other.id()), clock.instant().plus(Duration.ofDays(9)), "Look", by);
    return now(matter);
  }

  @Test
  void thePeopleNamedCanBeChangedAndTheNewOnesHearOfIt() {
    Viewer ann = colleague("ann");
    Viewer ben = colleague("ben");
    Viewer cas = colleague("cas");
    Case matter = restricted(ann, ben);
    assertThatThrownBy(() -> cases.see(matter.id(), cas)).isInstanceOf(NotFound.class);

    restrictions.name(matter.id(), Set.of(ann.id(), cas.id()), ann);

    assertThat(cases.see(matter.id(), cas).id()).isEqualTo(matter.id());
    assertThatThrownBy(() -> cases.see(matter.id(), ben)).isInstanceOf(NotFound.class);
    assertThat(toldByMail(cas))
        .anySatisfy(text ->
            assertThat(text)
                .contains("you are named in this restricted case", "/cases/" + matter.id())
                .doesNotContain("Ruth", "tell nobody"));
    assertThatThrownBy(() -> restrictions.name(matter.id(), Set.of(cas.id()), cas))
        .as("approved words need a second person")
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> restrictions.name(matter.id(), Set.of(ben.id(), cas.id()), cas))
        .as("the owner is one of them")
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () -> restrictions.name(matter.id(), Set.of(ann.id(), ben.id()), world.hanna))
        .as("whoever is not named knows of nothing")
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whenTheLastOfThemLeavesTheLeadTakesOverAndHearsOfIt() {
    Viewer ann = colleague("ann");
    Viewer ben = colleague("ben");
    Case matter = restricted(ann, ben);

    staff.leave(ann.id(), Actor.SYSTEM);
    assertThatThrownBy(() -> cases.see(matter.id(), world.hanna))
        .as("one of them is still there")
        .isInstanceOf(NotFound.class);
    staff.leave(ben.id(), Actor.SYSTEM);

    Case taken = cases.see(matter.id(), world.hanna);
    assertThat(taken.ownerId()).isEqualTo(world.hanna.id());
    assertThat(taken.restricted()).isTrue();
    assertThat(next(taken).owner().person()).isEqualTo(world.hanna.id());
    assertThat(toldByMail(world.hanna))
        .anySatisfy(text -> assertThat(text).contains("come to you"));
    assertThatThrownBy(() -> cases.see(matter.id(), world.tom)).isInstanceOf(NotFound.class);
    assertThat(journal.history(matter.asSubject()))
        .extracting(Recorded::kind)
        .contains("case.restriction_passed_on");
    restrictions.name(matter.id(), Set.of(world.hanna.id(), world.tom.id()), world.hanna);
    assertThat(cases.see(matter.id(), world.tom).id()).isEqualTo(matter.id());
  }

  @Test
  void whenAllOfThemPartFromTheTeamTheLeadTakesOver() {
    Viewer ann = colleague("ann");
    Viewer ben = colleague("ben");
    Case matter = restricted(ann, ben);

    staff.part(ann.id(), world.home.id(), Actor.SYSTEM);
    staff.part(ben.id(), world.home.id(), Actor.SYSTEM);

    assertThat(cases.see(matter.id(), world.hanna).ownerId()).isEqualTo(world.hanna.id());
  }
}
