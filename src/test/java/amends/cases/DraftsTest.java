package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.cases.Drafts.Saving;
import amends.shared.NotFound;
import amends.shared.Refusal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is typed is kept, for its writer alone, and two pages of one person do not lose a word. */
class DraftsTest extends Telling {
  @Autowired Drafts drafts;
  @Autowired Replies replies;
  @Autowired Once once;

  private Saving save(Case matter, String text, int version) {
    return drafts.save(matter.id(), "reply", Map.of("text", text), version, world.priya);
  }

  private String text(Case matter) {
    Drafts.Kept kept = Objects.requireNonNull(drafts.of(matter.id(), world.priya).get("reply"));
    return String.valueOf(kept.fields().get("text"));
  }

  @Test
  void growsWithEachSavingAndIsSeenByItsWriterOnly() {
    Case matter = ruthWrites("A drafted jug", "Broken.");
    assertThat(save(matter, "Dear", 0)).isInstanceOf(Saving.Done.class);
    assertThat(((Saving.Done) save(matter, "Dear Ruth", 1)).version()).isEqualTo(2);
    assertThat(text(matter)).isEqualTo("Dear Ruth");
    assertThat(drafts.of(matter.id(), world.tom)).isEmpty();
  }

  @Test
  void aSecondPageOverwritesNothingUnseen() {
    Case matter = ruthWrites("A twice drafted jug", "Broken.");
    save(matter, "From the first page", 0);
    assertThat(save(matter, "From the second", 0))
        .isInstanceOfSatisfying(
            Saving.Elsewhere.class,
            other ->
                assertThat(other.kept().fields()).containsEntry("text", "From the first page"));
    assertThat(text(matter)).isEqualTo("From the first page");
    assertThat(save(matter, "", 0)).isInstanceOf(Saving.Elsewhere.class);
    save(matter, "From the second", 1);
    assertThat(text(matter)).isEqualTo("From the second");
  }

  @Test
  void anEmptyFormForgetsIt() {
    Case matter = ruthWrites("A forgotten jug", "Broken.");
    save(matter, "Dear", 0);
    save(matter, " ", 1);
    assertThat(drafts.of(matter.id(), world.priya)).isEmpty();
  }

  @Test
  void isGoneOnceItIsSentAndALateSavingBringsNothingBack() {
    Case matter = ruthWrites("A sent jug", "Broken.");
    save(matter, "Sorry", 0);
    String token = once.token();
    once.run(
        token,
        world.priya,
        () ->
            replies.reply(
                matter.id(),
                new Replies.Written(nothingMore("Sorry"), Map.of(), Long.MAX_VALUE, 1),
                world.priya));
    assertThat(drafts.of(matter.id(), world.priya)).isEmpty();
    drafts.save(matter.id(), "reply", Map.of("text", "Sorry", "once", token), 1, world.priya);
    assertThat(drafts.of(matter.id(), world.priya)).isEmpty();
  }

  @Test
  void isRefusedToStrangersAndBeyondTheLongestLetter() {
    Case matter = ruthWrites("A closed jug", "Broken.");
    Map<String, String> words = Map.of("text", "Dear");
    assertThatThrownBy(() -> drafts.save(matter.id(), "note", words, 0, world.sam))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> drafts.save(matter.id(), "poem", words, 0, world.priya))
        .isInstanceOf(Refusal.class);
    Map<String, String> long_ = Map.of("text", "x".repeat(100_001));
    assertThatThrownBy(() -> drafts.save(matter.id(), "note", long_, 0, world.priya))
        .hasMessage("cases.draft.too-long");
  }
}
