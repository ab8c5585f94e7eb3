package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.BoundedCheck;
import amends.shared.Check.Finding;
import amends.shared.Subject;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A check that was clean goes on from there; whatever it found is looked for until it is gone. */
@DatabaseTest
class CheckMarksTest {
  @Autowired CheckMarks marks;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;
  private final Watched check = new Watched();

  @BeforeEach
  void forget() {
    sql.sql("delete from check_mark").update();
  }

  @Test
  void readsAllAtFirstAndThenWhatCameSince() {
    marks.run(check);
    check.head = 20;
    marks.run(check);
    check.head = 30;
    marks.run(check);

    assertThat(check.runs).containsExactly("all", "since 10", "since 20");
  }

  @Test
  void theMarkStandsStillWhileSomethingIsFound() {
    marks.run(check);
    check.head = 20;
    check.found = List.of(new Finding("I0", "is wrong", Subject.of("case", 1)));
    assertThat(marks.run(check)).hasSize(1);
    marks.run(check);

    assertThat(check.runs).containsExactly("all", "since 10", "since 10");
  }

  @Test
  void readsAllOnceADayAndOnAndOnWhileThatFindsSomething() {
    marks.run(check);
    clock.pass(Duration.ofHours(25));
    check.found = List.of(new Finding("I0", "is wrong", Subject.of("case", 1)));
    marks.run(check);
    marks.run(check);
    check.found = List.of();
    marks.run(check);
    marks.run(check);

    assertThat(check.runs).containsExactly("all", "all", "all", "all", "since 10");
  }

  @Test
  void whatReadsAllMayTakeLongerThanAPage() {
    marks.run(check);
    assertThat(check.longest).isEqualTo("50s");

    marks.run(check);
    assertThat(check.longest).isNotEqualTo("50s");
  }

  private final class Watched implements BoundedCheck {
    final List<String> runs = new ArrayList<>();
    long head = 10;
    List<Finding> found = List.of();
    String longest = "";

    @Override
    public String code() {
      return "I0";
    }

    @Override
    public String words() {
      return "app.check.test";
    }

    @Override
    public long head() {
      return head;
    }

    @Override
    public List<Finding> run() {
      runs.add("all");
      look();
      return found;
    }

    @Override
    public List<Finding> runSince(long mark) {
      runs.add("since " + mark);
      look();
      return found;
    }

    private void look() {
      longest = sql.sql("show statement_timeout").query(String.class).single();
    }
  }
}
