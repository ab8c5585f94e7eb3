package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.staff.NewPerson;
import amends.testing.Fernhill;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A colleague who is named in a note finds it, and marks it done. */
class MentionsTest extends Telling {
  @Autowired Mentions mentions;

  @Test
  void aNoteThatNamesAColleagueWaitsForThatColleagueUntilItIsDone() {
    Case matter = ruthWrites("A mentioned jug", "Broken.");
    int before = mentions.count(world.tom);
    cases.note(
        matter.id(), "Write to ruth@adeyemi.example? @Tom Okafor knows. (@priya)", world.priya);

    assertThat(mentions.count(world.tom)).isEqualTo(before + 1);
    assertThat(mentions.of(world.priya, false)).as("nobody is told of oneself").isEmpty();
    Mentions.Mention told = mentions.of(world.tom, false).getLast();
    assertThat(told.caseId()).isEqualTo(matter.id());
    assertThat(told.by()).isEqualTo("Priya Nair");
    assertThatThrownBy(() -> mentions.mark(told.id(), true, world.priya))
        .isInstanceOf(NotFound.class);

    mentions.mark(told.id(), true, world.tom);
    assertThat(mentions.count(world.tom)).isEqualTo(before);
    assertThat(mentions.of(world.tom, true).getFirst().id()).isEqualTo(told.id());
    mentions.mark(told.id(), false, world.tom);
    assertThat(mentions.count(world.tom)).isEqualTo(before + 1);
  }

  @Test
  void aPossessiveAShortNameAndAnAddressNameTheSamePerson() {
    Case matter = ruthWrites("A thrice mentioned jug", "Broken.");
    int before = mentions.count(world.tom);
    cases.note(matter.id(), "@tom’s idea; see @tom.okafor. Thanks @TOM!", world.priya);
    assertThat(mentions.count(world.tom)).isEqualTo(before + 1);
  }

  @Test
  void aNameThatIsNobodysOrSeveralPeoplesIsRefusedAndNothingIsWritten() {
    Case matter = ruthWrites("A misnamed jug", "Broken.");
    staff.add(
        new NewPerson("Priya Shah", "priya.shah@fernhill.example", Locale.UK, Fernhill.LONDON),
        Actor.SYSTEM);
    long notes = sql.sql("select count(*) from note").query(Long.class).single();
    assertThatThrownBy(() -> cases.note(matter.id(), "Ask @Gandalf", world.tom))
        .isInstanceOf(Refusal.class)
        .hasMessage("cases.refusal.mention-unknown");
    assertThatThrownBy(() -> cases.note(matter.id(), "Ask @Priya", world.tom))
        .hasMessage("cases.refusal.mention-many");
    assertThat(sql.sql("select count(*) from note").query(Long.class).single()).isEqualTo(notes);
    cases.note(matter.id(), "Ask @Priya Nair at 3pm @ the door", world.tom);
    assertThat(mentions.of(world.priya, false))
        .extracting(Mentions.Mention::caseId)
        .contains(matter.id());
  }

  @Test
  void whoMayNotSeeTheCaseCannotBeNamedInItAndIsNotOffered() {
    Case matter = ruthWrites("A private jug", "Broken.");
    assertThatThrownBy(() -> cases.note(matter.id(), "@Sam Whitlock, have a look", world.priya))
        .hasMessage("cases.refusal.mention-unseeing");
    assertThat(mentions.possible(matter, world.priya))
        .extracting(p -> p.name())
        .contains("Tom Okafor", "Hanna Lindqvist")
        .doesNotContain("Sam Whitlock", "Priya Nair");
  }

  @Test
  void whatWentOutOfSightIsNeitherShownNorCounted() {
    Case matter = ruthWrites("A vanished jug", "Broken.");
    int before = mentions.count(world.tom);
    cases.note(matter.id(), "@tom, look", world.priya);
    cases.handOver(matter.id(), "team:" + world.workshop.id(), "Yours to mend.", world.priya);
    assertThat(mentions.count(world.tom)).isEqualTo(before);
    assertThat(mentions.of(world.tom, false))
        .extracting(Mentions.Mention::caseId)
        .doesNotContain(matter.id());
  }
}
