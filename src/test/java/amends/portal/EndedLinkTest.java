package amends.portal;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Outcome;
import amends.cases.Settling;
import amends.testing.DatabaseTest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Links end: by themselves after a while, or by somebody's word. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndedLinkTest extends Visiting {
  @Test
  void aLinkThatRanOutOffersANewOneAndAStoppedOneDoesNot() {
    writes("Ivy", "A door");
    String page = link("ivy");
    clock.pass(Links.VALID.plusDays(1));
    assertThat(open(page).getStatus()).isEqualTo(410);
    assertThat(text(open(page))).contains("Send me a new link").doesNotContain("A door");
    String sent = text(post(page + "/renewal", ""));
    assertThat(text(post("/c/AAAAAAAAAAAAAAAAAAAAAA/renewal", ""))).isEqualTo(sent);
    String fresh = link("ivy");
    assertThat(fresh).isNotEqualTo(page);
    assertThat(submit(fresh, "end").getStatus()).isEqualTo(200);
    assertThat(open(fresh).getStatus()).isEqualTo(410);
    assertThat(text(open(fresh))).doesNotContain("Send me a new link");
    long id = sql.sql("select max(id) from amends_case").query(Long.class).single();
    cases.reply(id, nothingMore("Without a link now."), world.priya);
    assertThat(lastLetter("ivy", Pattern.compile("(?s)Without a link now.*")).group())
        .doesNotContain("/c/");
  }

  @Test
  void whoeverIsRefusedReadsWhyAndWhereToTurn() {
    long id = writes("Uma", "A lamp");
    String page = link("uma");
    cases.settle(
        id,
        new Settling(
            Outcome.REFUSED,
            "We looked into it.",
            "It was used outside.",
            "The ombudsman",
            null,
            null,
            clock.instant().plus(Duration.ofHours(20)),
            null),
        world.priya);
    assertThat(page(page))
        .contains("We could not do what you asked for.")
        .contains("Why: It was used outside.")
        .contains("Where you can turn: The ombudsman");
  }
}
