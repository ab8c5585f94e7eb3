package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.BoundedCheck;
import amends.shared.Check;
import amends.shared.Check.Finding;
import amends.testing.AsOwner;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the minute's run of the expensive checks reads, and what it leaves to the whole run. */
class BoundedChecksTest extends Telling {
  private List<BoundedCheck> bounded() {
    return checks.stream()
        .filter(BoundedCheck.class::isInstance)
        .map(BoundedCheck.class::cast)
        .toList();
  }

  private BoundedCheck check(String code) {
    return bounded().stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow();
  }

  /** As if ten thousand more had come since, so that what is there lies behind the overlap. */
  private static List<Finding> justNow(BoundedCheck check) {
    return check.runSince(check.head() + BoundedCheck.OVERLAP);
  }

  @Test
  void theExpensiveOnesAreBoundedAndHoldInAnOrderlyHouse() {
    Case opened = ruthWrites("My jug", "In two pieces.");
    post.deliver();
    cases.reply(opened.id(), nothingMore("We are sorry."), world.priya);
    post.deliver();
    while (sealer.perform()) {}

    assertThat(bounded().stream().filter(check -> check.head() > 0))
        .as("whatever has something to look at")
        .extracting(Check::code)
        .contains("I1", "I2", "I3", "I4", "I10", "I15", "I17");
    for (BoundedCheck check : bounded()) {
      assertThat(check.runSince(0)).as(check.code()).isEmpty();
      assertThat(check.runSince(check.head())).as(check.code()).isEmpty();
    }
  }

  @Test
  void aCaseThatWasTouchedSinceIsReadAndTheOthersByTheWholeRun() {
    Case opened = ruthWrites("My kettle", "It does not boil.");
    BoundedCheck check = check("I4");
    long before = check.head();
    shift(opened, Duration.ofHours(1));

    assertThat(check.run()).hasSize(1);
    assertThat(check.runSince(before + BoundedCheck.OVERLAP)).as("nobody touched it").isEmpty();
    cases.note(opened.id(), "A look at it.", world.priya);
    assertThat(check.runSince(before + BoundedCheck.OVERLAP)).hasSize(1);

    shift(opened, Duration.ofHours(-1));
    assertThat(check.run()).isEmpty();
  }

  @Test
  void aCaseWhoseTeamHasBecomeEmptyIsFoundAlthoughNobodyTouchedIt() {
    Case opened = ruthWrites("My bowl", "It has a chip.");
    BoundedCheck check = check("I4");
    assertThat(justNow(check)).isEmpty();

    new AsOwner()
        .run(
            "create table parted as select * from membership where team_id = " + opened.teamId(),
            "delete from membership where team_id = " + opened.teamId());
    assertThat(justNow(check)).extracting(Finding::subject).contains(opened.asSubject());

    new AsOwner().run("insert into membership select * from parted", "drop table parted");
    assertThat(justNow(check)).isEmpty();
  }

  private void shift(Case matter, Duration by) {
    new AsOwner()
        .run(
            "update amends_case set next_due_at = next_due_at + interval '"
                + by.toMinutes()
                + " minutes' where id = "
                + matter.id());
  }

  @Test
  void mailThatWaitsToBeReadOrSentKeepsTheMarkBeforeIt() {
    Case opened = ruthWrites("My lamp", "It flickers.");
    post.deliver();
    long read = check("I1").head();
    long sent = check("I3").head();
    cases.reply(opened.id(), nothingMore("We send another."), world.priya);
    ruthWrites("My other lamp", "It flickers, too.");

    assertThat(check("I1").head()).isGreaterThan(read);
    long answers =
        sql.sql("select min(message_id) from delivery where done_at is null")
            .query(Long.class)
            .single();
    assertThat(check("I3").head()).isEqualTo(answers - 1).isGreaterThanOrEqualTo(sent);
    post.deliver();
    assertThat(check("I3").head()).isGreaterThan(answers);
  }

  @Test
  void anEntryThatWasChangedLongAgoIsFoundByTheWholeRun() {
    ruthWrites("My vase", "A crack.");
    while (sealer.perform()) {}
    BoundedCheck check = check("I10");
    assertThat(check.runSince(0)).isEmpty();
    long first = sql.sql("select min(entry_id) from journal_seal").query(Long.class).single();
    new AsOwner().run("update journal_entry set actor_id = actor_id + 1 where id = " + first);

    assertThat(check.runSince(check.head())).isEmpty();
    assertThat(check.run()).hasSize(1);
    new AsOwner().run("update journal_entry set actor_id = actor_id - 1 where id = " + first);
    assertThat(justNow(check("I17"))).isEmpty();
  }
}
