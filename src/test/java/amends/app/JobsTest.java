package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Acts;
import amends.shared.Chore;
import amends.shared.Sql;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class JobsTest {
  @Autowired JdbcClient sql;
  @Autowired Acts acts;
  @Autowired TestClock clock;
  @Autowired List<Chore> chores;

  private final AtomicInteger done = new AtomicInteger();
  private boolean failing;

  @BeforeEach
  void fresh() {
    sql.sql("delete from job").update();
  }

  @Test
  void aChoreIsDoneOnceHoweverManyNodesAndAgainWhenItsTimeComes() {
    Jobs one = new Jobs(sql, clock, acts, List.of(sweeping()));
    Jobs other = new Jobs(sql, clock, acts, List.of(sweeping()));
    run(one);
    run(other);
    assertThat(done).hasValue(1);

    clock.pass(Duration.ofHours(1));
    run(other);
    run(one);
    assertThat(done).hasValue(2);
  }

  @Test
  void aChoreThatFailsIsPutOffAndSaysWhy() {
    Jobs jobs = new Jobs(sql, clock, acts, List.of(sweeping()));
    failing = true;
    run(jobs);
    assertThat(sql.sql("select trouble from job").query(String.class).single())
        .isEqualTo("no broom");

    failing = false;
    run(jobs);
    assertThat(done).as("not at once").hasValue(0);
    clock.pass(Duration.ofMinutes(5));
    run(jobs);
    assertThat(done).hasValue(1);
  }

  @Test
  void formsAreForgottenAfterAMonth() {
    sql.sql(
            "insert into person (name, email, locale, zone, created_at) values ('A', 'a@b.example', 'en', 'UTC', :now)")
        .param("now", Sql.at(clock.instant()))
        .update();
    sql.sql(
            "insert into once (token_hash, viewer, at) select sha256('x'), max(id), :now from person")
        .param("now", Sql.at(clock.instant()))
        .update();
    Jobs jobs = new Jobs(sql, clock, acts, chores);
    run(jobs);
    assertThat(forms()).isEqualTo(1);

    clock.pass(Duration.ofDays(31));
    run(jobs);
    assertThat(forms()).isZero();
  }

  private long forms() {
    return sql.sql("select count(*) from once").query(Long.class).single();
  }

  private static void run(Jobs jobs) {
    while (jobs.perform()) {}
  }

  private Chore sweeping() {
    return new Chore() {
      @Override
      public String name() {
        return "test.sweep";
      }

      @Override
      public Duration every() {
        return Duration.ofHours(1);
      }

      @Override
      public void perform() {
        if (failing) {
          throw new IllegalStateException("no broom");
        }
        done.incrementAndGet();
      }
    };
  }
}
