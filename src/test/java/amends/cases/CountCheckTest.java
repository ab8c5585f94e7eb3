package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.BoundedCheck;
import amends.shared.Check.Finding;
import amends.shared.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CountCheckTest extends Telling {
  @Autowired JdbcClient database;

  @Test
  void findsACaseThatStandsInAGroupWhichItsPromisesDoNotSay() {
    Case opened = ruthWrites("My jug", "It is in two pieces.");
    assertThat(found()).isEmpty();

    mark(opened, clock.instant());
    assertThat(found()).extracting(Finding::words).anyMatch(w -> w.contains("as broken"));
    mark(opened, null);
    assertThat(found()).isEmpty();
  }

  @Test
  void findsABrokenPromiseThatTheQueueDoesNotShow() {
    Case opened = ruthWrites("My kettle", "It does not boil.");
    clock.set(next(opened).dueAt());
    ring();
    Instant broken = now(opened).brokenAt();
    assertThat(found()).isEmpty();

    mark(opened, null);
    assertThat(found()).extracting(Finding::words).anyMatch(w -> w.contains("as broken"));
    mark(opened, broken);
    assertThat(found()).isEmpty();
  }

  @Test
  void findsBetweenItsWholeRunsWhatStandsWronglyAmongTheCasesThatWereTouched() {
    ruthWrites("My jug", "It is in two pieces.");
    CountCheck check = new CountCheck(database, clock);
    long mark = check.head();
    Case opened = ruthWrites("My lamp", "It stays dark.");
    assertThat(check.runSince(mark)).isEmpty();

    mark(opened, clock.instant());
    assertThat(check.runSince(mark))
        .extracting(Finding::words)
        .anyMatch(w -> w.startsWith("of what changed lately") && w.contains("as broken"));
    assertThat(check.runSince(check.head() + BoundedCheck.OVERLAP)).isEmpty();
    mark(opened, null);
  }

  private List<Finding> found() {
    return new CountCheck(database, clock).run();
  }

  private void mark(Case matter, @Nullable Instant broken) {
    database
        .sql("update amends_case set broken_at = :at where id = :id")
        .param("at", Sql.atOrNull(broken))
        .param("id", matter.id())
        .update();
  }
}
