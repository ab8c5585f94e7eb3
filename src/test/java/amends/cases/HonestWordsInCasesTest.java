package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.honesty.DraftText;
import amends.honesty.Finding;
import amends.honesty.Honesty;
import amends.honesty.Kind;
import amends.honesty.Proof;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reply says is held against what the house knows before it leaves. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HonestWordsInCasesTest {
  private static final String NEVER = "We have never had such a problem before.";

  @Autowired Cases cases;
  @Autowired Replies replies;
  @Autowired CaseTexts caseTexts;
  @Autowired Honesty honesty;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Texts texts;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Fernhill world;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  private long opened(String name) {
    Customer customer = world.customer(name, name.toLowerCase(Locale.ROOT) + "@example.org");
    long id = Dangers.opened(cases, world, customer, soon());
    index();
    return id;
  }

  private void index() {
    while (caseTexts.perform()) {
      // Until all words are indexed.
    }
  }

  private Instant soon() {
    return clock.instant().plus(Duration.ofHours(20));
  }

  private List<Finding> check(String text, long about) {
    DraftText draft =
        new DraftText(
            text,
            Locale.ENGLISH,
            world.brand.zone(),
            clock.instant(),
            Case.subject(about),
            new DraftText.Promised.Unknown(),
            false);
    return honesty.check(draft, texts.voice(Locale.ENGLISH, world.brand.zone()));
  }

  private void reply(long id, String text) {
    Draft draft = new Draft(text, "I ring you about the dishwasher", soon(), false);
    replies.reply(id, new Replies.Written(draft, Map.of(), Long.MAX_VALUE, 0), world.priya);
  }

  @Test
  void similarCasesAreShownAgainstTheClaimThatThereAreNone() {
    long first = opened("Ada");
    long second = opened("Ben");
    Finding found = check(NEVER, second).getFirst();
    assertThat(found.kind()).isEqualTo(Kind.NEVER_BEFORE);
    assertThat(found.evidence())
        .extracting(Proof::about)
        .contains(Case.subject(first))
        .doesNotContain(Case.subject(second));
  }

  @Test
  void ofACaseOfAnotherTeamTheNumberIsToldAndNotWhatItIsAbout() {
    long elsewhere = opened("Hal");
    sql.sql("update amends_case set team_id = :team where id = :id")
        .param("team", world.workshop.id())
        .param("id", elsewhere)
        .update();
    long id = opened("Ida");
    assertThat(check(NEVER, id).getFirst().evidence())
        .filteredOn(proof -> proof.about().equals(Case.subject(elsewhere)))
        .extracting(Proof::words)
        .containsExactly("#" + elsewhere);
  }

  @Test
  void whatBreaksAWordStopsAtTheGateUntilAReasonIsGiven() {
    opened("Cleo");
    long id = opened("Dora");
    assertThatThrownBy(() -> reply(id, NEVER))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("honesty.refusal.stopped"));
    assertThatThrownBy(() -> reply(id, "I'll have him call you back.")).isInstanceOf(Refusal.class);

    honesty.overrule(Case.subject(id), "nonsense", world.priya.actor());
    assertThatThrownBy(() -> reply(id, NEVER)).isInstanceOf(Refusal.class);

    honesty.overrule(Case.subject(id), "true_here", world.priya.actor());
    reply(id, NEVER);
    assertThat(overrulings(id)).containsExactly("true_here never.happened");
    assertThat(journaled(id)).isEqualTo(1);

    assertThatThrownBy(() -> reply(id, NEVER)).isInstanceOf(Refusal.class);
  }

  @Test
  void aWarningIsNeverHeldUp() {
    opened("Emil");
    long id = opened("Finn");
    reply(id, "Stop using the machine and unplug it. " + NEVER);
    assertThat(overrulings(id)).isEmpty();
  }

  @Test
  void honestWordsLeave() {
    long id = opened("Gail");
    reply(id, "The clamp came loose. We replace the dishwasher on Thursday at 10.");
    assertThat(overrulings(id)).isEmpty();
  }

  @Test
  void aSecondApologyWithoutADeedIsSeen() {
    long id = opened("Hugo");
    reply(id, "I am sorry about the water on your floor.");
    assertThat(check("I am so sorry about all this.", id))
        .extracting(Finding::kind)
        .contains(Kind.REPEATED_APOLOGY);
  }

  private List<String> overrulings(long id) {
    return sql.sql(
            """
            select reason || ' ' || array_to_string(rules, ' ') from honesty_overruling
            where subject_id = :id and used_at is not null
            """)
        .param("id", id)
        .query(String.class)
        .list();
  }

  private long journaled(long id) {
    return sql.sql(
            "select count(*) from journal_entry where kind = 'honesty.overruled' and subject_id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }
}
